/** The states an audit can be in; how it moves between them is audit-workflow.ts. */

export const auditStates = [
  'to_allocate',
  'allocated',
  'in_progress',
  'submitted',
  'reopened',
  'withdrawn',
  'voided',
] as const

export type AuditState = (typeof auditStates)[number]

export const auditStateLabels: Readonly<Record<AuditState, string>> = {
  to_allocate: 'Not allocated',
  allocated: 'Not started',
  in_progress: 'In progress',
  submitted: 'Submitted',
  reopened: 'Reopened',
  withdrawn: 'Withdrawn',
  voided: 'Voided',
}

/** Its words belong to the auditor still: nobody else but a QA lead reads them. */
export const isOpenToAuditor = (state: AuditState): boolean =>
  state === 'allocated' || state === 'in_progress' || state === 'reopened'
