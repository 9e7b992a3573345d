/** A QA lead gives a submitted audit back to its auditor, with a reason. It counts as last submitted until then. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { FieldFault, NotFound, WrongState } from '../errors.ts'
import { hashOf } from '../events/event-hash.ts'
import { recordEvent } from '../events/record-event.ts'
import { notify } from '../notices/notify.ts'
import { transitionOf, wrongStateWords } from './rules/audit-workflow.ts'
import { lockAudit, markReopened } from './store.ts'

/** @throws WrongState unless it is submitted; for imported history, which has nothing to answer; FieldFault `reason` */
export const reopenAudit = (
  ctx: Context,
  input: { readonly auditId: string; readonly reason: string }
): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    const audit = await lockAudit(tx.db, input.auditId)
    if (!audit) throw new NotFound('No such audit')
    if (audit.origin === 'import') {
      throw new WrongState(
        'This audit was imported. Correct the results file and import it again with “replace”.'
      )
    }
    if (!transitionOf(['qa_lead'], audit.state, 'reopen')) {
      throw new WrongState(wrongStateWords(audit.state, 'reopen'))
    }
    const reason = input.reason.trim()
    if (reason === '') throw new FieldFault('reason', 'Say why the audit is reopened')
    await markReopened(tx.db, audit.id, { now: tx.now, reason })
    const isOwn = tx.actor.kind === 'user' && tx.actor.id === audit.auditorId
    if (audit.auditorId !== null && !isOwn) {
      await notify(tx, {
        to: [audit.auditorId],
        kind: 'audit_reopened',
        about: { kind: 'audit', id: audit.id },
        reference: audit.caseReference ?? undefined,
      })
    }
    recordEvent(tx, {
      type: 'audit.reopened',
      subjectId: audit.id,
      details: { reasonHash: hashOf(reason) },
    })
  })
