/**
 * The total clock of an alert that became formal: where it is of the working days that there are, and which stage began
 * on which of them. Neither informal days nor extensions stop it. Contracts §10; domain §0.4 (P:southwark).
 */
import type { WorkingCalendar } from '../../settings/rules/working-days.ts'

export type ClockMark = {
  /** Working day on which it began; 0 is the day it became formal. */
  readonly day: number
  readonly on: string
  readonly label: string
}

export type DisputeClock = {
  readonly startedOn: string
  readonly endsOn: string
  /** Working days that there are in all. */
  readonly total: number
  /** Working days gone, to today or to when it was closed. */
  readonly gone: number
  /** Negative once it is over. */
  readonly left: number
  readonly isStopped: boolean
  readonly marks: readonly ClockMark[]
}

/**
 * @param stages when each place of the ladder was entered, in order
 * @param untilOn today, or the London date on which it was closed
 */
export const disputeClock = (
  alert: { readonly formalOn: string; readonly totalDueOn: string },
  stages: readonly { readonly on: string; readonly label: string }[],
  untilOn: string,
  isStopped: boolean,
  calendar: Pick<WorkingCalendar, 'daysBetween' | 'daysLeft'>
): DisputeClock => ({
  startedOn: alert.formalOn,
  endsOn: alert.totalDueOn,
  total: calendar.daysBetween(alert.formalOn, alert.totalDueOn),
  gone: Math.max(0, calendar.daysBetween(alert.formalOn, untilOn)),
  left: calendar.daysLeft(alert.totalDueOn, untilOn),
  isStopped,
  marks: stages.map(({ on, label }) => ({
    on,
    label,
    day: Math.max(0, calendar.daysBetween(alert.formalOn, on)),
  })),
})
