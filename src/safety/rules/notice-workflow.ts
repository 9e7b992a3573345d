/**
 * The states of a safety notice and who may move it between them, as one table. Buttons, permissions, verbs, tests and
 * the diagram in docs/safety-notice.mmd all read it.
 */

export const noticeStates = ['open', 'decided', 'closed'] as const
export type NoticeState = (typeof noticeStates)[number]

export const noticeStateLabels: Readonly<Record<NoticeState, string>> = {
  open: 'Open',
  decided: 'Decided',
  closed: 'Closed',
}

/**
 * How a person stands to one notice; they can be several at once.
 * - `auditor`: whose audit it is of
 * - `addressee`: it went to them
 * - `head`: senior leader of the case's service; where there is none, one without a team
 */
export const noticeRoles = ['auditor', 'addressee', 'head', 'qa_lead'] as const
export type NoticeRole = (typeof noticeRoles)[number]

export const noticeRoleLabels: Readonly<Record<NoticeRole, string>> = {
  auditor: 'Auditor',
  addressee: 'Whoever it went to',
  head: 'Head of service',
  qa_lead: 'QA lead',
}

export type NoticeAction = 'tell' | 'acknowledge' | 'decide' | 'note' | 'close' | 'reopen'

export type NoticeStep = {
  readonly role: NoticeRole
  readonly from: NoticeState
  readonly action: NoticeAction
  readonly to: NoticeState
  /** Refused until somebody is recorded as told. */
  readonly mustBeTold: boolean
  readonly comment: 'none' | 'required'
  readonly button: string
}

const step = (
  role: NoticeRole,
  from: NoticeState,
  action: NoticeAction,
  to: NoticeState,
  button: string
): NoticeStep => ({
  role,
  from,
  action,
  to,
  mustBeTold: action === 'close',
  comment: action === 'tell' || action === 'acknowledge' ? 'none' : 'required',
  button,
})

const live: readonly NoticeState[] = ['open', 'decided']

export const noticeWorkflow: readonly NoticeStep[] = [
  ...live.flatMap((from) => [
    step('auditor', from, 'tell', from, 'Record who was told'),
    step('qa_lead', from, 'tell', from, 'Record who was told'),
    step('addressee', from, 'acknowledge', from, 'I have seen this and am acting on it'),
    ...noticeRoles.map((role) => step(role, from, 'note', from, 'Add the note')),
  ]),
  step('head', 'open', 'decide', 'decided', 'Record the decision'),
  step('head', 'decided', 'decide', 'decided', 'Record another decision'),
  step('head', 'decided', 'close', 'closed', 'Close the notice'),
  step('qa_lead', 'decided', 'close', 'closed', 'Close the notice'),
  step('head', 'closed', 'reopen', 'open', 'Reopen the notice'),
  step('qa_lead', 'closed', 'reopen', 'open', 'Reopen the notice'),
]

/** The row of the table, or undefined when it cannot be done. */
export const noticeStepOf = (
  roles: readonly NoticeRole[],
  state: NoticeState,
  action: NoticeAction
): NoticeStep | undefined =>
  noticeWorkflow.find(
    (row) => row.from === state && row.action === action && roles.includes(row.role)
  )

/** Whether one of the roles may ever do it, in whatever state. */
export const mayEver = (roles: readonly NoticeRole[], action: NoticeAction): boolean =>
  noticeWorkflow.some((row) => row.action === action && roles.includes(row.role))

const doing: Record<NoticeAction, string> = {
  tell: 'Nobody more can be recorded as told',
  acknowledge: 'It need not be acknowledged any more',
  decide: 'No decision was recorded',
  note: 'The note was not added',
  close: 'It was not closed',
  reopen: 'It was not reopened',
}

const doneBy: Record<NoticeAction, string> = {
  tell: 'The auditor or a QA lead records who was told.',
  acknowledge: 'Those to whom this notice went acknowledge it.',
  decide: 'The head of service decides, and never on what they reported themselves.',
  note: 'Those to whom this notice went add notes, and the auditor.',
  close: 'The head of service or a QA lead closes it, and never what they reported themselves.',
  reopen: 'The head of service or a QA lead reopens it, and never what they reported themselves.',
}

/** For somebody who knows of the notice and may never do this to it. */
export const notYoursWords = (action: NoticeAction): string =>
  `This is not yours to do. ${doneBy[action]}`

/** Why it cannot be done, for the person who tried. */
export const noticeStateWords = (state: NoticeState, action: NoticeAction): string => {
  if (state === 'open' && action === 'close') {
    return 'The head of service has not recorded a decision yet. A notice is closed after that.'
  }
  const is = {
    open: 'This safety notice is open.',
    decided: 'This safety notice has its decision and is not closed.',
    closed: 'This safety notice is closed.',
  }[state]
  return `${is} ${doing[action]}.`
}

/** The table as a state diagram in Mermaid's language; what changes no state is a line of its own. */
export const workflowDiagram = (): string => {
  const arrows = new Map<string, string[]>()
  for (const row of noticeWorkflow) {
    const key = `    ${row.from} --> ${row.to}: ${row.action}`
    const comment = row.comment === 'required' ? ', with words' : ''
    const told = row.mustBeTold ? ', once somebody was told' : ''
    const words = `${noticeRoleLabels[row.role]}${comment}${told}`
    arrows.set(key, [...(arrows.get(key) ?? []), words])
  }
  return [
    'stateDiagram-v2',
    '    [*] --> open: answer saved as “no” or “cannot tell”',
    ...[...arrows].map(([arrow, roles]) => `${arrow} (${roles.join(' / ')})`),
    '    closed --> [*]',
    '',
  ].join('\n')
}
