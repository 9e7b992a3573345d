/**
 * The life of a practice alert as one table: who may do what in which state. Buttons, permissions, verbs, tests and
 * the diagram in docs/alert-states.mmd all read it. What it decides and why is in docs/decisions/0025.
 */

export const alertStates = ['draft', 'open', 'responded', 'resolved', 'withdrawn'] as const
export type AlertState = (typeof alertStates)[number]

export const alertStateLabels: Readonly<Record<AlertState, string>> = {
  draft: 'Draft',
  open: 'Waiting for an answer',
  responded: 'Answered',
  resolved: 'Resolved',
  withdrawn: 'Withdrawn',
}

/** How a person stands to one alert; they can be several at once. The first that may do a thing is recorded. */
export const alertParts = [
  'raiser',
  'addressee',
  'raiser_cover',
  'addressee_cover',
  'iro_manager',
] as const
export type AlertPart = (typeof alertParts)[number]

export const alertPartLabels: Readonly<Record<AlertPart, string>> = {
  raiser: 'Raiser',
  addressee: 'Addressee',
  raiser_cover: 'Cover for the raiser',
  addressee_cover: 'Cover for an addressee',
  iro_manager: 'IRO manager on the raiser’s behalf',
}

/**
 * - `concern`: informal and formal alerts, immediate risks too
 * - `ladder`: those of them that go up the stages, so not immediate risks
 * - `immediate`, `good_practice`: those alone
 */
export type AppliesTo = 'any' | 'concern' | 'ladder' | 'immediate' | 'good_practice'

export const alertActions = [
  'raise',
  'discard',
  'respond',
  'acknowledge',
  'accept',
  'not_accept',
  'resolve',
  'escalate',
  'extend',
  'readdress',
  'withdraw',
  'reopen',
  'note',
  'rang',
  'cafcass',
  'child_told',
] as const
export type AlertAction = (typeof alertActions)[number]

export type AlertStepRow = {
  readonly part: AlertPart
  readonly from: AlertState
  readonly action: AlertAction
  /** `discard` removes a draft: it has no state afterwards. */
  readonly to: AlertState | 'gone'
  readonly appliesTo: AppliesTo
  readonly words: 'none' | 'optional' | 'required'
  readonly button: string
  /** Asked on a page of its own before it is done. */
  readonly confirm: boolean
}

type Move = Omit<AlertStepRow, 'part' | 'from'>

const move = (
  action: AlertAction,
  to: Move['to'],
  appliesTo: AppliesTo,
  words: Move['words'],
  button: string,
  confirm = false
): Move => ({ action, to, appliesTo, words, button, confirm })

const raisingSide: readonly AlertPart[] = ['raiser', 'raiser_cover', 'iro_manager']
const answeringSide: readonly AlertPart[] = ['addressee', 'addressee_cover']

const rows = (
  parts: readonly AlertPart[],
  from: AlertState,
  moves: readonly Move[]
): AlertStepRow[] => moves.flatMap((each) => parts.map((part) => ({ part, from, ...each })))

/** What the raising side may do while the alert is open or answered, besides closing it. */
const goingOn: readonly Move[] = [
  move('escalate', 'open', 'ladder', 'required', 'Take it further'),
  move('withdraw', 'withdrawn', 'any', 'required', 'Withdraw', true),
]

/** Whoever was to answer has left, or cannot: somebody else does, at the same stage and by the same date. */
const toAnother = (state: AlertState, appliesTo: AppliesTo): Move =>
  move('readdress', state, appliesTo, 'required', 'Address it to somebody else')

/** Recorded beside the alert; changes no state. */
const beside = (state: AlertState): readonly Move[] => [
  move('note', state, 'any', 'required', 'Add a note'),
  move('cafcass', state, 'concern', 'none', 'Record Cafcass'),
  move('child_told', state, 'concern', 'none', 'Record what the child was told'),
]

export const alertWorkflow: readonly AlertStepRow[] = [
  ...rows(['raiser'], 'draft', [
    move('raise', 'open', 'any', 'none', 'Raise the alert'),
    move('discard', 'gone', 'any', 'none', 'Throw this draft away', true),
  ]),
  ...rows(answeringSide, 'open', [
    move('respond', 'responded', 'concern', 'required', 'Send the answer'),
    move('acknowledge', 'open', 'immediate', 'none', 'I have seen this and am acting on it'),
    move('acknowledge', 'resolved', 'good_practice', 'optional', 'Thank you, I have read it'),
  ]),
  ...rows(raisingSide, 'open', [
    ...goingOn,
    move('resolve', 'resolved', 'concern', 'required', 'Close as resolved'),
    move('extend', 'open', 'concern', 'required', 'Give another date'),
    toAnother('open', 'any'),
    move('rang', 'open', 'immediate', 'none', 'Record a call'),
    ...beside('open'),
  ]),
  ...rows(answeringSide, 'responded', [
    move('respond', 'responded', 'concern', 'required', 'Add to the answer'),
    move('acknowledge', 'responded', 'immediate', 'none', 'I have seen this and am acting on it'),
  ]),
  ...rows(raisingSide, 'responded', [
    move('accept', 'resolved', 'concern', 'optional', 'Accept and close'),
    move('not_accept', 'open', 'concern', 'required', 'Not accepted: ask again'),
    ...goingOn,
    move('extend', 'responded', 'concern', 'required', 'Give another date'),
    toAnother('responded', 'concern'),
    move('rang', 'responded', 'immediate', 'none', 'Record a call'),
    ...beside('responded'),
  ]),
  ...rows(answeringSide, 'resolved', [
    move('acknowledge', 'resolved', 'good_practice', 'optional', 'Thank you, I have read it'),
  ]),
  ...rows(raisingSide, 'resolved', [
    move('reopen', 'open', 'concern', 'required', 'Reopen', true),
    ...beside('resolved'),
  ]),
  ...rows(raisingSide, 'withdrawn', [
    move('reopen', 'open', 'concern', 'required', 'Reopen', true),
  ]),
  ...(['open', 'responded'] as const).flatMap((state) =>
    rows(answeringSide, state, [move('note', state, 'any', 'required', 'Add a note')])
  ),
]

export type AlertFacts = {
  readonly kind: 'informal' | 'formal' | 'good_practice'
  readonly state: AlertState
  readonly isImmediate: boolean
}

const applies = (row: AlertStepRow, alert: Pick<AlertFacts, 'kind' | 'isImmediate'>): boolean => {
  const isConcern = alert.kind !== 'good_practice'
  switch (row.appliesTo) {
    case 'any':
      return true
    case 'concern':
      return isConcern
    case 'ladder':
      return isConcern && !alert.isImmediate
    case 'immediate':
      return alert.isImmediate
    case 'good_practice':
      return !isConcern
  }
}

/** Every row that these parts may take from where the alert is now, one an action: as the first of the parts. */
export const stepsFrom = (
  parts: readonly AlertPart[],
  alert: AlertFacts
): ReadonlyMap<AlertAction, AlertStepRow> => {
  const found = new Map<AlertAction, AlertStepRow>()
  for (const part of alertParts.filter((each) => parts.includes(each))) {
    for (const row of alertWorkflow) {
      const isIt = row.part === part && row.from === alert.state && applies(row, alert)
      if (isIt && !found.has(row.action)) found.set(row.action, row)
    }
  }
  return found
}

/** Whether one of the parts may ever do it to such an alert, in whatever state. */
export const mayEver = (
  parts: readonly AlertPart[],
  alert: Pick<AlertFacts, 'kind' | 'isImmediate'>,
  action: AlertAction
): boolean =>
  alertWorkflow.some(
    (row) => row.action === action && parts.includes(row.part) && applies(row, alert)
  )

const doneBy: Record<AlertAction, string> = {
  raise: 'Whoever wrote the draft raises it.',
  discard: 'Whoever wrote the draft may throw it away.',
  respond: 'Those to whom it is addressed now answer it, or whoever covers for them.',
  acknowledge: 'Those to whom it is addressed acknowledge it, or whoever covers for them.',
  accept: '',
  not_accept: '',
  resolve: '',
  escalate: 'An immediate risk goes up the line by itself, and good practice goes nowhere. ',
  extend: '',
  readdress: '',
  withdraw: '',
  reopen: '',
  note: 'Whoever raised it and those to whom it is addressed add notes.',
  rang: '',
  cafcass: '',
  child_told: '',
}

/** For somebody who may read the alert and may never do this to it. */
export const notYoursWords = (action: AlertAction): string =>
  `This is not yours to do. ${
    doneBy[action].endsWith('.')
      ? doneBy[action]
      : `${doneBy[action]}Only whoever raised the alert does it, their named cover while they are away, or the IRO manager on their behalf.`
  }`

const is: Record<AlertState, string> = {
  draft: 'This alert is a draft and nobody has seen it yet.',
  open: 'This alert is waiting for an answer.',
  responded: 'This alert has been answered.',
  resolved: 'This alert is resolved.',
  withdrawn: 'This alert was withdrawn.',
}

const notDone: Record<AlertAction, string> = {
  raise: 'It has been raised already',
  discard: 'It can be withdrawn, and is never removed',
  respond: 'Your answer was not recorded',
  acknowledge: 'Your acknowledgement was not recorded',
  accept: 'There is no answer to accept',
  not_accept: 'There is no answer to decline',
  resolve: 'It was not closed',
  escalate: 'It was not taken further',
  extend: 'The date was not changed',
  readdress: 'It is addressed to whom it was before',
  withdraw: 'It was not withdrawn',
  reopen: 'It was not reopened',
  note: 'The note was not added',
  rang: 'The call was not recorded',
  cafcass: 'Nothing was recorded',
  child_told: 'Nothing was recorded',
}

/** Why it cannot be done now, for the person who tried. */
export const alertStateWords = (state: AlertState, action: AlertAction): string =>
  `${is[state]} ${notDone[action]}.`
