/** The short list of why an audit was not done by the time its round closed. Numbers of each are for the next round's planning. */

export const notDoneReasons = [
  'sickness',
  'left',
  'leave',
  'workload',
  'case_moved',
  'not_allocated',
  'exempt',
  'other',
] as const
export type NotDoneReason = (typeof notDoneReasons)[number]

export const notDoneLabels: Readonly<Record<NotDoneReason, string>> = {
  sickness: 'The auditor was ill',
  left: 'The auditor left or moved to another post',
  leave: 'The auditor was on leave',
  workload: 'Other work came first',
  case_moved: 'The case closed or moved away',
  not_allocated: 'There was nobody to give it to',
  exempt: 'The auditor was exempt',
  other: 'Another reason',
}

export const readNotDoneReason = (typed: string | undefined): NotDoneReason | undefined =>
  notDoneReasons.find((reason) => reason === typed)

/** Of an unknown key, such as one of a later version, the key itself. */
export const notDoneLabel = (reason: string): string =>
  readNotDoneReason(reason) ? notDoneLabels[reason as NotDoneReason] : reason

/** "Another reason" is none without words. */
export const notDoneFault = (reason: NotDoneReason | undefined, words: string): string | undefined => {
  if (reason === undefined) return 'Choose why it was not done'
  return reason === 'other' && words.trim() === '' ? 'Say what the other reason was' : undefined
}
