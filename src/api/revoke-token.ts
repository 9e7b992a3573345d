/** Revokes a token: its next request is refused. Never undone; a new one is made instead. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { NotFound, WrongState } from '../errors.ts'
import { recordEvent } from '../events/record-event.ts'
import { endToken, findTokenById } from './token-store.ts'

/** @throws NotFound; WrongState when it was revoked already */
export const revokeToken = (ctx: Context, input: { readonly tokenId: string }): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    const token = await findTokenById(tx.db, input.tokenId)
    if (!token) throw new NotFound('No such token')
    const by = tx.actor.kind === 'user' ? tx.actor.id : null
    if (!(await endToken(tx.db, { id: token.id, now: tx.now, by }))) {
      throw new WrongState('This token was revoked already.')
    }
    recordEvent(tx, { type: 'token.revoked', subjectId: token.id, details: {} })
  })
