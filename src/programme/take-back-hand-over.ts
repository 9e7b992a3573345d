/** An auditor takes back what they asked: the audit is not handed over, and stays theirs to do. */
import { lockAudit } from '../audits/store.ts'
import { type Context, inTransaction } from '../db/transaction.ts'
import { NotFound, NotTheirs, WrongState } from '../errors.ts'
import { recordEvent } from '../events/record-event.ts'
import { findAskedOf, lockHandOver, settleHandOver } from './hand-over-store.ts'

/**
 * @throws NotTheirs unless the actor is its auditor
 * @throws WrongState when nothing is asked for any more: a QA lead was quicker, or it was taken back already
 */
export const takeBackHandOver = (
  ctx: Context,
  input: { readonly auditId: string }
): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    // The hand-over before its audit, as whoever decides on it takes them.
    const found = await findAskedOf(tx.db, input.auditId)
    const asked = found && (await lockHandOver(tx.db, found.id))
    const audit = await lockAudit(tx.db, input.auditId)
    if (!audit) throw new NotFound('No such audit')
    if (tx.actor.kind !== 'user' || audit.auditorId !== tx.actor.id) {
      throw new NotTheirs('No such audit')
    }
    if (asked?.state !== 'asked' || asked.fromId !== tx.actor.id) {
      throw new WrongState('This hand-over is not asked for any more. Nothing was changed.')
    }
    await settleHandOver(tx.db, asked.id, {
      state: 'taken_back',
      decidedAt: tx.now,
      decidedBy: tx.actor.id,
      words: '',
    })
    recordEvent(tx, {
      type: 'audit.hand_over_taken_back',
      subjectId: audit.id,
      details: { handOverId: asked.id },
    })
  })
