/**
 * The states of an audit and who may move it between them, as one table. Buttons, permissions, verbs and tests all
 * read it, and so does the diagram in docs/audit-states.md. How rounds keep moving is the programme's (src/programme).
 */
import type { AuditState } from './audit-state.ts'

/** Whether a person is the one it was allocated to, or runs the programme; they can be both. */
export type AuditRole = 'auditor' | 'qa_lead'

export const auditActions = [
  'save',
  'submit',
  'hand_over',
  'reopen',
  'remind',
  'extend',
  'reallocate',
  'withdraw',
  'void',
] as const
export type AuditAction = (typeof auditActions)[number]

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

/** Asked for a reason, which is kept. */
const COMMENTED: readonly AuditAction[] = ['reopen', 'hand_over', 'extend', 'withdraw', 'void']

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
  comment: COMMENTED.includes(action) ? 'required' : 'none',
  button,
})

const openToAuditor: readonly AuditState[] = ['allocated', 'in_progress', 'reopened']
const notHandedIn: readonly AuditState[] = ['to_allocate', ...openToAuditor]

export const auditWorkflow: readonly Transition[] = [
  step('auditor', 'allocated', 'save', 'in_progress', 'Start'),
  // Nothing of it is answered, so it is refused with the list of what is missing.
  step('auditor', 'allocated', 'submit', 'submitted', 'Submit the audit'),
  step('auditor', 'in_progress', 'save', 'in_progress', 'Continue'),
  step('auditor', 'in_progress', 'submit', 'submitted', 'Submit the audit'),
  step('qa_lead', 'submitted', 'reopen', 'reopened', 'Reopen the audit'),
  step('auditor', 'reopened', 'save', 'reopened', 'Continue'),
  step('auditor', 'reopened', 'submit', 'submitted', 'Submit the audit again'),
  ...openToAuditor.map((state) =>
    step('auditor', state, 'hand_over', state, 'Ask to hand it over')
  ),
  ...openToAuditor.map((state) => step('qa_lead', state, 'remind', state, 'Remind')),
  ...notHandedIn.map((state) => step('qa_lead', state, 'extend', state, 'Extend')),
  step('qa_lead', 'to_allocate', 'reallocate', 'allocated', 'Allocate'),
  ...openToAuditor.map((state) => step('qa_lead', state, 'reallocate', state, 'Re-allocate')),
  step('qa_lead', 'to_allocate', 'withdraw', 'withdrawn', 'Withdraw'),
  step('qa_lead', 'allocated', 'withdraw', 'withdrawn', 'Withdraw'),
  step('qa_lead', 'in_progress', 'withdraw', 'withdrawn', 'Withdraw'),
  step('qa_lead', 'in_progress', 'void', 'voided', 'Void'),
  step('qa_lead', 'submitted', 'void', 'voided', 'Void'),
  step('qa_lead', 'reopened', 'void', 'voided', 'Void'),
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
    hand_over: 'Only one that you still have to do can be handed over.',
    remind: 'There is nobody to remind of it.',
    extend: 'Only one that is still to be done can be given more time.',
    reallocate: 'Only one that is still to be done can go to another auditor.',
    withdraw: 'Only one that was never submitted can be withdrawn.',
    void: 'Only one that was started or submitted can be voided.',
  }[action]
  return `${stateWords[state]} ${nothing}`
}
