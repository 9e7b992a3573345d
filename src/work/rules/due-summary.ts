/** What a person's audits come to against the calendar: how many are late, and how many fall due next. */

export interface DueSummary {
  readonly total: number
  readonly late: number
  /** The nearest due date that has not passed; undefined when there is none. */
  readonly nextDueOn: string | undefined
  /** How many are due on that day; late ones are not among them. */
  readonly dueNext: number
}

/** Dates are London dates, YYYY-MM-DD; null has no due date. Late is from the day after it was due. */
export const dueSummary = (dueDates: readonly (string | null)[], todayOn: string): DueSummary => {
  const ahead = dueDates.filter((dueOn) => dueOn !== null && dueOn >= todayOn).toSorted()
  const nextDueOn = ahead[0] ?? undefined
  return {
    total: dueDates.length,
    late: dueDates.filter((dueOn) => dueOn !== null && dueOn < todayOn).length,
    nextDueOn,
    dueNext: ahead.filter((dueOn) => dueOn === nextDueOn).length,
  }
}
