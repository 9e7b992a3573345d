/** Takes a case out of a round before its audit is started: a slip of the paste, or a case that should not be there. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { NotFound, WrongState } from '../errors.ts'
import { recordEvent } from '../events/record-event.ts'
import { lockRoundAudit, withdrawAudits } from './audit-store.ts'

/** @throws WrongState once the audit is started, or when the round is closed */
export const removeCase = (ctx: Context, input: { readonly auditId: string }): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    const audit = await lockRoundAudit(tx.db, input.auditId)
    if (!audit) throw new NotFound('No such audit')
    if (audit.roundState === 'closed') {
      throw new WrongState('This round is closed. Its audits stay as they are.')
    }
    if (audit.state !== 'to_allocate' && audit.state !== 'allocated') {
      throw new WrongState(
        `The audit of case ${audit.caseReference} has been started. Only one that nobody has started can leave the round.`
      )
    }
    await withdrawAudits(tx.db, [audit.id])
    recordEvent(tx, {
      type: 'round.case_removed',
      subjectId: audit.roundId,
      details: { auditId: audit.id },
    })
  })
