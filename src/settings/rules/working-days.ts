/**
 * Working days of the council: weekdays that are neither a bank holiday of England and Wales nor a day on which the
 * council is closed (contracts §10). Dates are London dates, `YYYY-MM-DD`. Reading closure days is left to
 * load-working-calendar.ts.
 */
import { bankHolidayName } from './bank-holiday-names.ts'
import { bankHolidays } from './bank-holidays.ts'

const DAY_MS = 86_400_000

export interface WorkingCalendar {
  isWorkingDay(date: string): boolean
  /** For a sentence after "is": `a Saturday`, `the Boxing Day bank holiday`, `a closure day of the council`. */
  whyNotWorking(date: string): string | undefined
  /**
   * Day 0 is `raisedOn`, or the next working day where that is none; due at the end of the working day that is `days`
   * later (contracts §10).
   *
   * @param days a whole number, 0 or more
   */
  dueAfter(raisedOn: string, days: number): string
  /**
   * Working days after `today` until the end of `dueOn`: 0 on the day itself, and while only days off are between.
   * Negative from the day after, which is when it is overdue: a day off then counts as the working day that follows,
   * so due on Friday is −1 on Saturday, Sunday and Monday.
   */
  daysLeft(dueOn: string, today: string): number
  /**
   * Working days that passed from one date to another, for figures: what {@link dueAfter} counts, so something raised
   * and ended within the same days off took 0. Negative where `to` is before `from`.
   */
  daysBetween(from: string, to: string): number
  /** The first working day after the date. */
  nextWorkingDay(date: string): string
}

/** Outside these years weekends and closure days are known and bank holidays are not. */
export const bankHolidayYears = { first: 2013, last: 2050 } as const

/** Whether the bank holidays of the date's year are known. */
export const knowsBankHolidays = (date: string): boolean =>
  bankHolidays[Number(date.slice(0, 4))] !== undefined

/** Days since 1 January 1970. @throws RangeError for what is no date */
const dayNumber = (date: string): number => {
  const day = Date.parse(`${date}T00:00:00Z`) / DAY_MS
  if (!Number.isInteger(day)) throw new RangeError(`‘${date}’ is not a date`)
  return day
}

const dateOf = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10)

/** 0 Monday to 6 Sunday; day 0 was a Thursday. */
const weekday = (day: number): number => (((day + 3) % 7) + 7) % 7

const isWeekend = (day: number): boolean => weekday(day) > 4

/** Mondays to Fridays up to and with the day, counted from a Monday long ago. */
const weekdaysUntil = (day: number): number =>
  Math.floor((day + 3) / 7) * 5 + Math.min(weekday(day) + 1, 5)

/** Every bank holiday by the day it is on, in the order of time; read once. */
const bankDays: ReadonlyMap<number, string> = new Map(
  Object.entries(bankHolidays).flatMap(([year, days]) =>
    days
      .split(' ')
      .map((day): [number, string] => [
        dayNumber(`${year}-${day.slice(1, 6)}`),
        bankHolidayName(day.charAt(0), day.endsWith('*')),
      ])
  )
)

const byNumber = (a: number, b: number): number => a - b

/** All of them are weekdays. */
const sortedBankDays: readonly number[] = [...bankDays.keys()].toSorted(byNumber)

/** How many of the sorted days are at or before the day. */
const countUntil = (sorted: readonly number[], day: number): number => {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) <= day) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * Counting costs a search by halves, whatever lies between two dates, and each date's is remembered, so a calendar may
 * be asked for every row of a page. Make one a request.
 *
 * @param closureDays on which the council is closed; one on a weekend or a bank holiday changes nothing
 * @throws RangeError, here and from every function, for what is no date
 */
export const workingCalendar = (closureDays: readonly string[]): WorkingCalendar => {
  const closures = new Set(closureDays.map(dayNumber))
  const further = [...closures].filter((day) => !(isWeekend(day) || bankDays.has(day)))
  const daysOff =
    further.length === 0 ? sortedBankDays : [...sortedBankDays, ...further].toSorted(byNumber)

  const isWorking = (day: number): boolean =>
    !(isWeekend(day) || bankDays.has(day) || closures.has(day))
  const workingUntil = (day: number): number => weekdaysUntil(day) - countUntil(daysOff, day)
  const firstWorking = (from: number): number => {
    let day = from
    while (!isWorking(day)) day += 1
    return day
  }
  // Rows of a page have their dates from few days, and reading a date is most of what counting between two costs.
  const met = new Map<string, { day: number; until: number; untilFirst: number }>()
  const meet = (date: string) => {
    const known = met.get(date)
    if (known) return known
    const day = dayNumber(date)
    const one = { day, until: workingUntil(day), untilFirst: workingUntil(firstWorking(day)) }
    met.set(date, one)
    return one
  }

  return {
    isWorkingDay: (date) => isWorking(dayNumber(date)),
    whyNotWorking: (date) => {
      const day = dayNumber(date)
      if (isWeekend(day)) return weekday(day) === 5 ? 'a Saturday' : 'a Sunday'
      return bankDays.get(day) ?? (closures.has(day) ? 'a closure day of the council' : undefined)
    },
    dueAfter: (raisedOn, days) => {
      let day = firstWorking(dayNumber(raisedOn))
      for (let left = days; left > 0; left -= 1) day = firstWorking(day + 1)
      return dateOf(day)
    },
    daysLeft: (dueOn, today) => {
      const [due, now] = [dayNumber(dueOn), dayNumber(today)]
      if (now <= due) return workingUntil(due) - workingUntil(now)
      return workingUntil(due) - workingUntil(firstWorking(now))
    },
    daysBetween: (from, to) => {
      const [start, end] = [meet(from), meet(to)]
      return start.day <= end.day
        ? Math.max(0, end.until - start.untilFirst)
        : 0 - Math.max(0, start.until - end.untilFirst)
    },
    nextWorkingDay: (date) => dateOf(firstWorking(dayNumber(date) + 1)),
  }
}
