/**
 * The states of an audit and who may move it between them, as one table. Buttons, permissions, verbs and tests all
 * read it. Allocating, withdrawing and voiding belong to rounds.
 */
import type { AuditState } from './audit-state.ts'

/** Whether a person is the one it was allocated to, or runs the programme; they can be both. */
export type AuditRole = 'auditor' | 'qa_lead'

export type AuditAction = 'save' | 'submit' | 'reopen'

export type Transition = {
  readonly role: AuditRole
  readonly from: AuditState
  readonly action: AuditAction
  readonly to: AuditState
  /** Refused while something is missing (ready.ts). */
  readonly mustBeComplete: boolean
  readonly comment: 'none' | 'required'
  readonly button: string
}

const step = (
  role: AuditRole,
  from: AuditState,
  action: AuditAction,
  to: AuditState,
  button: string
): Transition => ({
  role,
  from,
  action,
  to,
  mustBeComplete: action === 'submit',
  comment: action === 'reopen' ? 'required' : 'none',
  button,
})

export const auditWorkflow: readonly Transition[] = [
  step('auditor', 'allocated', 'save', 'in_progress', 'Start'),
  // Nothing of it is answered, so it is refused with the list of what is missing.
  step('auditor', 'allocated', 'submit', 'submitted', 'Submit the audit'),
  step('auditor', 'in_progress', 'save', 'in_progress', 'Continue'),
  step('auditor', 'in_progress', 'submit', 'submitted', 'Submit the audit'),
  step('qa_lead', 'submitted', 'reopen', 'reopened', 'Reopen the audit'),
  step('auditor', 'reopened', 'save', 'reopened', 'Continue'),
  step('auditor', 'reopened', 'submit', 'submitted', 'Submit the audit again'),
]

/** The row of the table, or undefined when it cannot be done. */
export const transitionOf = (
  roles: readonly AuditRole[],
  state: AuditState,
  action: AuditAction
): Transition | undefined =>
  auditWorkflow.find(
    (row) => row.from === state && row.action === action && roles.includes(row.role)
  )

const stateWords: Record<AuditState, string> = {
  to_allocate: 'This audit has not been allocated yet.',
  allocated: 'This audit has not been started yet.',
  in_progress: 'This audit is in progress.',
  submitted: 'This audit has been submitted. A QA lead can reopen it.',
  reopened: 'This audit has been reopened.',
  withdrawn: 'This audit has been withdrawn from its round.',
  voided: 'This audit has been voided.',
}

/** Why it cannot be done, for the person who tried. */
export const wrongStateWords = (state: AuditState, action: AuditAction): string => {
  const nothing = {
    save: 'Nothing was saved.',
    submit: 'It was not submitted.',
    reopen: 'Only one that is submitted can be reopened.',
  }[action]
  return `${stateWords[state]} ${nothing}`
}
