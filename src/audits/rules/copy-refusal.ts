/** Whether an audit may be copied into the child's record: only as it was submitted and stands. */
import type { AuditState } from './audit-state.ts'

const refusals: Readonly<Record<Exclude<AuditState, 'submitted'>, string>> = {
  to_allocate: 'This audit has not been done yet, so there is nothing to copy.',
  allocated: 'This audit has not been started yet, so there is nothing to copy.',
  in_progress: 'This audit is in progress. It can be copied for the record once it is submitted.',
  reopened:
    'This audit has been reopened and may change. It can be copied for the record once it is submitted again.',
  withdrawn:
    'This audit was withdrawn from its round, so it does not belong in the child’s record.',
  voided: 'This audit was voided, so it does not belong in the child’s record.',
}

/** Why there is no copy, for the person who asked; undefined when there is one. */
export const copyRefusal = (state: AuditState): string | undefined =>
  state === 'submitted' ? undefined : refusals[state]
