/** An audit, an action or a round as a list of what can be opened shows it. */
import {
  type AuditState,
  auditStateLabels,
  isOpenToAuditor,
} from '../../audits/rules/audit-state.ts'

export const roundStates = { draft: 'Draft', open: 'Open', closed: 'Closed' } as const

interface FoundAudit {
  readonly id: string
  readonly reference: string
  readonly caseReference: string | null
  readonly state: AuditState
  readonly auditedOn: string | null
  readonly dueOn: string | null
  readonly roundName: string
}

/** Its due date counts only while somebody has to do it. */
export const auditEntry = (audit: FoundAudit) => {
  const { id, reference, caseReference, roundName, auditedOn, state, dueOn } = audit
  const isToDo = isOpenToAuditor(state) || state === 'to_allocate'
  return {
    id,
    reference,
    caseReference,
    roundName,
    auditedOn,
    state: auditStateLabels[state],
    dueOn: isToDo ? dueOn : undefined,
  }
}

/** From a list in which an action may be missing; there it stands for nothing. */
export const actionEntry = (action: {
  readonly actionId: string | null
  readonly what: string | null
  readonly actionState: 'open' | 'done' | 'removed' | null
  readonly actionDueOn: string | null
  readonly caseReference: string | null
  readonly roundName: string
}) => ({
  id: action.actionId ?? '',
  what: action.what ?? '',
  caseReference: action.caseReference,
  roundName: action.roundName,
  isDone: action.actionState === 'done',
  dueOn: action.actionDueOn,
})

/** What was opened: the page of a case, or an audit. */
export const recentEntry = (opened: {
  readonly id: string
  readonly pageReference: string | null
  readonly reference: string | null
  readonly caseReference: string | null
  readonly state: AuditState | null
  readonly auditedOn: string | null
  readonly dueOn: string | null
  readonly roundName: string | null
}) => {
  const { id, pageReference, reference, state, roundName, ...audit } = opened
  return pageReference === null
    ? {
        audit: auditEntry({
          ...audit,
          id,
          reference: reference ?? '',
          state: state ?? 'submitted',
          roundName: roundName ?? '',
        }),
      }
    : { case: { id, reference: pageReference } }
}
