/** Records that somebody need not audit in a round, who approved it and why, and settles the audits that they have in it. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { FieldFault, NotFound, WrongState } from '../errors.ts'
import { recordEvent } from '../events/record-event.ts'
import { findAuditor, isExempt } from '../rounds/audit-store.ts'
import { lockRound } from '../rounds/store.ts'
import { actorIdOf } from './actor-id.ts'
import { insertExemption } from './exemption-store.ts'
import { reallocateAudits } from './reallocate-audits.ts'
import { reasonOf } from './reason-of.ts'
import { seenMark } from './rules/bulk-action.ts'
import { listUndone } from './store.ts'
import { withdrawAudits } from './withdraw-audits.ts'

export interface ExemptInput {
  readonly roundId: string
  readonly personId: string
  /** Person id of who approved it. */
  readonly approvedBy: string
  readonly reason: string
  /** What becomes of their audits; asked only when they have any. One that was reopened is never withdrawn. */
  readonly becomes: 'reallocate' | 'withdraw' | undefined
  /** Who takes them over. */
  readonly auditorId: string
  readonly ownTeamReason: string
}

/**
 * @returns how many reopened audits are still with the person, for a QA lead to give to somebody else
 * @throws FieldFault `person`, `approvedBy`, `reason`, `becomes`, `auditor` or `ownTeamReason`; WrongState unless open
 */
export const exemptAuditor = (ctx: Context, input: ExemptInput): Promise<number> =>
  inTransaction(ctx, async (tx) => {
    const round = await lockRound(tx.db, input.roundId)
    if (!round) throw new NotFound('No such round')
    if (round.state !== 'open') throw new WrongState(`This round is ${round.state}, not open.`)
    const person = await findAuditor(tx.db, input.personId)
    if (!person) throw new FieldFault('person', 'Choose who is exempt')
    if (await isExempt(tx.db, round.id, person.id)) {
      throw new FieldFault('person', `${person.name} is exempt from this round already`)
    }
    const approver = await findAuditor(tx.db, input.approvedBy)
    if (approver?.isActive !== 1) throw new FieldFault('approvedBy', 'Choose who approved it')
    if (approver.id === person.id) {
      throw new FieldFault(
        'approvedBy',
        'Nobody approves their own exemption. Choose somebody else'
      )
    }
    const reason = reasonOf(input.reason, 'Say why they are exempt')
    const theirs = (await listUndone(tx.db, round.id)).filter(
      ({ auditorId }) => auditorId === person.id
    )
    if (theirs.length > 0) {
      const becomes = input.becomes
      if (!becomes) throw new FieldFault('becomes', 'Choose what becomes of their audits')
      if (becomes === 'reallocate' && input.auditorId === person.id) {
        throw new FieldFault('auditor', 'Choose somebody other than the person who is exempt')
      }
      const chosen = theirs
        .filter(({ state }) => becomes === 'reallocate' || state !== 'reopened')
        .map((audit) => ({ auditId: audit.id, seen: seenMark(audit) }))
      try {
        if (becomes === 'reallocate') await reallocateAudits(tx, { ...input, chosen })
        else if (chosen.length > 0) {
          await withdrawAudits(tx, { roundId: round.id, chosen, reason })
        }
      } catch (error) {
        if (error instanceof FieldFault && error.field === 'reason') {
          throw new FieldFault('ownTeamReason', error.message)
        }
        throw error
      }
    }
    const exemptionId = tx.ids()
    await insertExemption(tx.db, {
      id: exemptionId,
      round_id: round.id,
      person_id: person.id,
      approved_by: approver.id,
      reason,
      recorded_at: tx.now,
      recorded_by: actorIdOf(tx),
    })
    recordEvent(tx, {
      type: 'round.auditor_exempted',
      subjectId: round.id,
      details: { exemptionId, personId: person.id, approvedBy: approver.id },
    })
    return input.becomes === 'reallocate'
      ? 0
      : theirs.filter(({ state }) => state === 'reopened').length
  })
