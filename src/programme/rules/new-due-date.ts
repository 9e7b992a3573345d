/** Whether a due date can be moved to a day: never into the past, never before the round was opened. */

export interface DueDateFacts {
  /** London dates, YYYY-MM-DD. */
  readonly todayOn: string
  readonly openedOn: string | null
  readonly windowFrom: string | null
}

/** What is wrong with the day; undefined when audits can be due then. A day after the round's own due date is fine. */
export const newDueDateFault = (dueOn: string, facts: DueDateFacts): string | undefined => {
  if (dueOn < facts.todayOn) return 'This day has passed. Enter today or a later day'
  if (facts.openedOn !== null && dueOn < facts.openedOn) {
    return 'The round had not been opened then. Enter a later day'
  }
  if (facts.windowFrom !== null && dueOn < facts.windowFrom) {
    return 'The window of the round has not begun then. Enter a later day'
  }
  return undefined
}
