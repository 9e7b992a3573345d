/** An auditor asks that somebody else goes on with an audit. Nothing moves before a QA lead agrees. */
import { transitionOf, wrongStateWords } from '../audits/rules/audit-workflow.ts'
import { lockAudit } from '../audits/store.ts'
import { type Context, inTransaction } from '../db/transaction.ts'
import { FieldFault, NotFound, NotTheirs, WrongState } from '../errors.ts'
import { hashOf } from '../events/event-hash.ts'
import { recordEvent } from '../events/record-event.ts'
import { notify } from '../notices/notify.ts'
import { isGranted } from '../people/rules/permissions.ts'
import { findAuditor, findRoundAudit, isExempt } from '../rounds/audit-store.ts'
import { findAskedOf, insertHandOver, settleHandOver } from './hand-over-store.ts'
import { reasonOf } from './reason-of.ts'
import { listQaLeads } from './store.ts'

/**
 * @throws NotTheirs unless the actor is its auditor; WrongState when it is submitted or asked already
 * @throws FieldFault `to` or `reason`
 */
export const askHandOver = (
  ctx: Context,
  input: { readonly auditId: string; readonly toId: string; readonly reason: string }
): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    const audit = await lockAudit(tx.db, input.auditId)
    if (!audit) throw new NotFound('No such audit')
    if (tx.actor.kind !== 'user' || audit.auditorId !== tx.actor.id) {
      throw new NotTheirs('No such audit')
    }
    if (!transitionOf(['auditor'], audit.state, 'hand_over')) {
      throw new WrongState(wrongStateWords(audit.state, 'hand_over'))
    }
    const asked = await findAskedOf(tx.db, audit.id)
    if (asked?.fromId === audit.auditorId) {
      throw new WrongState(
        `You have asked to hand this audit over to ${asked.toName}. A QA lead has not decided yet.`
      )
    }
    if (asked) {
      await settleHandOver(tx.db, asked.id, {
        state: 'taken_back',
        decidedAt: tx.now,
        decidedBy: null,
        words: '',
      })
    }
    const taker = await findAuditor(tx.db, input.toId)
    if (!taker || taker.id === audit.auditorId) {
      throw new FieldFault('to', 'Choose who could go on with it')
    }
    if (taker.isActive !== 1 || !isGranted(taker.roles, 'audits.complete')) {
      throw new FieldFault('to', `${taker.name} does not audit. Choose somebody else`)
    }
    if (await isExempt(tx.db, audit.roundId, taker.id)) {
      throw new FieldFault('to', `${taker.name} is exempt from this round. Choose somebody else`)
    }
    const reason = reasonOf(input.reason, 'Say why somebody else should go on with it')
    const handOverId = tx.ids()
    await insertHandOver(tx.db, {
      id: handOverId,
      audit_id: audit.id,
      round_id: audit.roundId,
      from_id: audit.auditorId,
      to_id: taker.id,
      reason,
      asked_at: tx.now,
    })
    recordEvent(tx, {
      type: 'audit.hand_over_asked',
      subjectId: audit.id,
      details: { handOverId, toId: taker.id, reasonHash: hashOf(reason) },
    })
    const of = await findRoundAudit(tx.db, audit.id)
    await notify(tx, {
      to: await listQaLeads(tx.db),
      kind: 'hand_over_asked',
      about: { kind: 'round', id: audit.roundId },
      reference: of?.caseReference ?? of?.reference,
    })
  })
