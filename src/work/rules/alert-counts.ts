/** What My work says of alerts in its first sentence: how many wait for the person, and how many of them are late. */

export interface AlertCounts {
  /** Addressed to them, or to somebody for whom they stand in, and not answered. */
  readonly toAnswer: number
  readonly toAnswerLate: number
  /** Answered: the raiser says whether that is enough. */
  readonly toDecide: number
  /** Raised, and the answer is overdue. */
  readonly ownLate: number
}

type Counted = {
  readonly isRaised: boolean
  readonly kind: string
  readonly state: string
  readonly daysLeft: number | undefined
}

const isLate = ({ daysLeft }: Counted): boolean => daysLeft !== undefined && daysLeft < 0

export const countAlerts = (alerts: readonly Counted[]): AlertCounts => {
  const open = alerts.filter(({ kind, state }) => kind !== 'good_practice' && state === 'open')
  const toAnswer = open.filter(({ isRaised }) => !isRaised)
  return {
    toAnswer: toAnswer.length,
    toAnswerLate: toAnswer.filter(isLate).length,
    toDecide: alerts.filter(({ isRaised, state }) => isRaised && state === 'responded').length,
    ownLate: open.filter((alert) => alert.isRaised && isLate(alert)).length,
  }
}
