/** Whether a round's dates make sense together. Whether each is a date at all is asked where it is read. */

export interface RoundDates {
  /** London dates, YYYY-MM-DD. */
  readonly windowFrom: string
  readonly windowTo: string
  readonly dueOn: string
}

export type RoundDateFaults = Partial<Record<keyof RoundDates, string>>

/** One message for each date that is wrong; an empty object when the dates fit. */
export const roundDateFaults = (dates: RoundDates): RoundDateFaults => {
  const faults: RoundDateFaults = {}
  if (dates.windowTo < dates.windowFrom) {
    faults.windowTo = 'The window ends before it starts. Enter an end on or after its start'
  }
  if (dates.dueOn < dates.windowFrom) {
    faults.dueOn =
      'The audits would be due before the window starts. Enter a date on or after its start'
  }
  return faults
}
