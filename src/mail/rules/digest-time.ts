/** When the day's digest is made: at the council's hour by London's clocks, on working days. */
import { addDays } from '../../people/rules/add-days.ts'
import { londonDate } from '../../people/rules/london-date.ts'
import { londonInstant } from '../../people/rules/london-time.ts'

export interface DigestTime {
  /** London date. */
  readonly on: string
  /** What was told before this belongs in it. */
  readonly instant: string
}

/** Further back than any run of days off. */
const DAYS_BACK = 31

/**
 * The last time at or before `now` at which a digest was to be made.
 *
 * @param at London time of day, `08:00`
 * @returns undefined when there was no working day for a month
 */
export const lastDigestTime = (
  now: string,
  at: string,
  isWorkingDay: (date: string) => boolean
): DigestTime | undefined => {
  let on = londonDate(now)
  for (let back = 0; back < DAYS_BACK; back += 1) {
    // London's clocks change on Sundays only, so a working day has every time of day once.
    const time = londonInstant(on, at)
    if (isWorkingDay(on) && time.ok && time.instant <= now) return { on, instant: time.instant }
    on = addDays(on, -1)
  }
  return undefined
}
