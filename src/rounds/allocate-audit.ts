/**
 * Gives an audit to an auditor, or takes it back. In a draft round only the name is kept; in an open one the audit
 * becomes theirs to do. What a former auditor has answered stays, under that person's name.
 */
import { type Context, inTransaction } from '../db/transaction.ts'
import { Conflict, FieldFault, NotFound, WrongState } from '../errors.ts'
import { recordEvent } from '../events/record-event.ts'
import { isGranted } from '../people/rules/permissions.ts'
import {
  findAuditor,
  isExempt,
  lockRoundAudit,
  type RoundAudit,
  setAuditor,
} from './audit-store.ts'
import { nearnessFault, nearnessOf } from './rules/own-case.ts'
import { tellAuditor } from './tell-auditor.ts'

export interface AllocateInput {
  readonly auditId: string
  /** Null takes the audit back; possible until it is started. */
  readonly auditorId: string | null
  /** Whom the person allocating saw as its auditor, so that two at once do not overwrite each other. */
  readonly seenAuditorId: string | null
  /** Why it has to be somebody near to the case; asked only then. */
  readonly ownTeamReason?: string
  /** The caller tells the auditor, in words of its own or of many audits at once. */
  readonly isToldByCaller?: boolean
}

const wrongState = (audit: RoundAudit): string | undefined => {
  if (audit.roundState === 'closed') return 'This round is closed. Its audits stay as they are.'
  if (['to_allocate', 'allocated', 'in_progress', 'reopened'].includes(audit.state))
    return undefined
  const isSubmitted = audit.state === 'submitted'
  return `The audit of case ${audit.caseReference} is ${audit.state}. ${isSubmitted ? 'Reopen it first if somebody else has to go on with it.' : 'Only one that is still to be done can be allocated.'}`
}

/**
 * @throws FieldFault `auditor` (unknown, account closed, cannot audit) or `reason` (near to the case, no reason given)
 * @throws Conflict when it has another auditor by now than `seenAuditorId`; `current` is the {@link RoundAudit}
 * @throws WrongState when it is submitted, or its round closed
 */
export const allocateAudit = (ctx: Context, input: AllocateInput): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    const audit = await lockRoundAudit(tx.db, input.auditId)
    if (!audit) throw new NotFound('No such audit')
    const wrong = wrongState(audit)
    if (wrong) throw new WrongState(wrong)
    if (audit.auditorId !== input.seenAuditorId) {
      throw new Conflict<RoundAudit>(
        `Somebody else has allocated this audit since you opened the page. It is with ${audit.auditorName ?? 'nobody'} now. Save again to change it`,
        audit
      )
    }
    const { auditorId } = input
    if (auditorId === audit.auditorId) return
    if (auditorId === null) {
      if (audit.state === 'in_progress' || audit.state === 'reopened') {
        throw new FieldFault(
          'auditor',
          'This audit has been started. Choose another auditor; the answers given so far stay'
        )
      }
      await setAuditor(tx.db, {
        id: audit.id,
        auditorId: null,
        previousAuditorId: null,
        ownTeamReason: null,
        state: 'to_allocate',
        allocatedAt: null,
      })
      recordEvent(tx, {
        type: 'audit.unallocated',
        subjectId: audit.id,
        details: { roundId: audit.roundId, previousAuditorId: audit.auditorId ?? '' },
      })
      return
    }

    const auditor = await findAuditor(tx.db, auditorId)
    if (!auditor) throw new FieldFault('auditor', 'Choose an auditor from the list')
    if (auditor.isActive === 0) {
      throw new FieldFault(
        'auditor',
        `The account of ${auditor.name} is closed. Choose somebody else`
      )
    }
    if (!isGranted(auditor.roles, 'audits.complete')) {
      throw new FieldFault(
        'auditor',
        `${auditor.name} has no role that audits. Choose somebody else`
      )
    }
    if (await isExempt(tx.db, audit.roundId, auditor.id)) {
      throw new FieldFault(
        'auditor',
        `${auditor.name} is exempt from this round. Choose somebody else, or lift the exemption first`
      )
    }
    const nearness = nearnessOf(audit, auditor)
    const reason = input.ownTeamReason?.trim() ?? ''
    if (nearness && reason === '') {
      throw new FieldFault('reason', nearnessFault(auditor.name, nearness))
    }
    const state = audit.state === 'to_allocate' ? 'allocated' : audit.state
    await setAuditor(tx.db, {
      id: audit.id,
      auditorId,
      previousAuditorId: audit.roundState === 'open' ? audit.auditorId : null,
      ownTeamReason: nearness ? reason : null,
      state: audit.roundState === 'open' ? state : 'to_allocate',
      allocatedAt: audit.roundState === 'open' ? tx.now : null,
    })
    if (audit.roundState === 'open' && !input.isToldByCaller) {
      await tellAuditor(tx, { ...audit, auditorId })
    }
    recordEvent(tx, {
      type: 'audit.allocated',
      subjectId: audit.id,
      details: {
        roundId: audit.roundId,
        auditorId,
        previousAuditorId: audit.auditorId,
        ownTeam: nearness !== undefined,
      },
    })
  })
