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

export const readNotDoneReason = (typed: string | undefined): NotDoneReason | undefined =>
  notDoneReasons.find((reason) => reason === typed)

/** "Another reason" is none without words. */
export const notDoneFault = (
  reason: NotDoneReason | undefined,
  words: string
): string | undefined => {
  if (reason === undefined) return 'Choose why it was not done'
  return reason === 'other' && words.trim() === '' ? 'Say what the other reason was' : undefined
}
