/** Starts a session for a person who has proved who they are. The token is returned once and stored only hashed. */
import { toInstant } from '../db/columns.ts'
import { type Context, inTransaction } from '../db/transaction.ts'
import { recordEvent } from '../events/record-event.ts'
import { insertSession } from './store.ts'
import { newToken, tokenHash } from './tokens.ts'

/** @returns the cookie's token */
export const startSession = (
  ctx: Context,
  personId: string,
  sessionHours: number
): Promise<string> =>
  inTransaction(ctx, async (tx) => {
    const token = newToken()
    const id = tx.ids()
    await insertSession(tx.db, {
      id,
      tokenHash: tokenHash(token),
      personId,
      now: tx.now,
      expiresAt: toInstant(new Date(Date.parse(tx.now) + sessionHours * 3_600_000)),
    })
    recordEvent(tx, { type: 'person.signed_in', subjectId: personId, details: { sessionId: id } })
    return token
  })
