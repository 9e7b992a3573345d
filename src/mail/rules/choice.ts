/** What a person can choose about mail of their notices. */

export const mailChoices = ['at_once', 'digest', 'none'] as const
export type MailChoice = (typeof mailChoices)[number]

/** What holds for somebody who has never chosen. */
export const STANDARD_CHOICE: MailChoice = 'at_once'

/**
 * @returns in which state the mail of a new notice begins; undefined where there is to be none. What is urgent is
 * always mailed at once: a child may not be safe.
 */
export const firstState = (
  choice: MailChoice,
  isUrgent: boolean
): 'waiting' | 'held' | undefined => {
  if (isUrgent || choice === 'at_once') return 'waiting'
  return choice === 'digest' ? 'held' : undefined
}
