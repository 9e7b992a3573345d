/** Days of the demonstration's calendar, as `YYYY-MM-DD`. No time zone: a day is a day. */

const DAY_MS = 86_400_000

const toMs = (day: string): number => Date.parse(`${day}T00:00:00Z`)
const toDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10)

export const addDays = (day: string, days: number): string => toDay(toMs(day) + days * DAY_MS)

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((toMs(to) - toMs(from)) / DAY_MS)

/** 0 is Sunday. */
export const weekdayOf = (day: string): number => new Date(toMs(day)).getUTCDay()

/** The day itself, or the Friday before a weekend. */
export const workingDayUpTo = (day: string): string => {
  const weekday = weekdayOf(day)
  return weekday === 6 ? addDays(day, -1) : weekday === 0 ? addDays(day, -2) : day
}

/** The last such weekday on or before the day. */
export const lastWeekday = (day: string, weekday: number): string =>
  addDays(day, -((weekdayOf(day) - weekday + 7) % 7))

/** The first of the month that lies so many months before (negative: after) the month of `day`. */
export const monthBefore = (day: string, months: number): string =>
  toDay(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1 - months, 1))

/** The last Friday of the month of `day`. */
export const lastFridayOf = (day: string): string =>
  lastWeekday(addDays(monthBefore(day, -1), -1), 5)

const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** `2026-01-30` → `January`. */
export const monthNameOf = (day: string): string => monthNames[Number(day.slice(5, 7)) - 1] ?? ''

/** `2026-01-30` → `January 2026`. */
export const monthAndYear = (day: string): string => `${monthNameOf(day)} ${day.slice(0, 4)}`

/** An instant on a day: minutes after midnight, UTC (an hour out in summer, which nobody can see in made-up history). */
export const instantOn = (day: string, minutes: number): string =>
  new Date(toMs(day) + Math.round(minutes * 60_000)).toISOString()
