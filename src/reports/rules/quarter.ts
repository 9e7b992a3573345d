/** The periods that reports are about: quarters of the April year, and what each is compared with. Dates include both ends. */
import { addDays } from '../../people/rules/add-days.ts'

export type Period = { readonly from: string; readonly to: string }

/** A quarter of the year that runs from April to March: `year` is the calendar year in which that year began. */
export type Quarter = Period & { readonly year: number; readonly number: 1 | 2 | 3 | 4 }

const MONTHS = [
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
] as const

const two = (part: number) => String(part).padStart(2, '0')

/** Days of the month, the year's own February. */
const daysIn = (year: number, month: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate()

/** @param index quarters since January of year 0: `year * 4 + (calendar quarter − 1)` */
const quarterAt = (index: number): Quarter => {
  const calendarYear = Math.floor(index / 4)
  const calendarQuarter = index - calendarYear * 4
  const first = calendarQuarter * 3 + 1
  const last = first + 2
  return {
    from: `${calendarYear}-${two(first)}-01`,
    to: `${calendarYear}-${two(last)}-${two(daysIn(calendarYear, last))}`,
    year: calendarQuarter === 0 ? calendarYear - 1 : calendarYear,
    number: calendarQuarter === 0 ? 4 : calendarQuarter === 1 ? 1 : calendarQuarter === 2 ? 2 : 3,
  }
}

const indexOf = (date: string): number => {
  const [year = 0, month = 1] = date.split('-').map(Number)
  return year * 4 + Math.floor((month - 1) / 3)
}

/** @param date `YYYY-MM-DD` */
export const quarterOf = (date: string): Quarter => quarterAt(indexOf(date))

/** The quarter of the date and those before it, the newest first. */
export const quartersUpTo = (date: string, many: number): Quarter[] =>
  Array.from({ length: many }, (_, back) => quarterAt(indexOf(date) - back))

/** The quarter that the period is exactly, if it is one. */
export const asQuarter = (period: Period): Quarter | undefined => {
  const quarter = quarterOf(period.from)
  return quarter.from === period.from && quarter.to === period.to ? quarter : undefined
}

const DAY = 86_400_000

/** The same day a year earlier; 29 February becomes the 28th. */
const yearBefore = (date: string): string => {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return `${year - 1}-${two(month)}-${two(Math.min(day, daysIn(year - 1, month)))}`
}

/** The quarter before, or as many days just before a period that is no quarter. */
export const periodBefore = (period: Period): Period => {
  if (asQuarter(period)) return quarterAt(indexOf(period.from) - 1)
  const days = Math.round((Date.parse(period.to) - Date.parse(period.from)) / DAY) + 1
  return { from: addDays(period.from, -days), to: addDays(period.from, -1) }
}

/** The same months of the year before. */
export const samePeriodLastYear = (period: Period): Period => {
  if (asQuarter(period)) return quarterAt(indexOf(period.from) - 4)
  const to = yearBefore(period.to)
  const isMonthEnd = period.to.endsWith(two(daysIn(...yearMonth(period.to))))
  const [year, month] = yearMonth(to)
  return {
    from: yearBefore(period.from),
    to: isMonthEnd ? `${to.slice(0, 8)}${two(daysIn(year, month))}` : to,
  }
}

const yearMonth = (date: string): [number, number] => {
  const [year = 0, month = 1] = date.split('-').map(Number)
  return [year, month]
}

/** The year up to and with the date: what coverage is asked of. */
export const rollingYear = (to: string): Period => ({ from: addDays(yearBefore(to), 1), to })

const dayWords = (date: string): string => {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return `${day} ${MONTHS[month - 1] ?? ''} ${year}`
}

/** `April to June 2026`; of a period that is no quarter `3 April 2026 to 9 May 2026`. */
export const periodWords = (period: Period): string => {
  const quarter = asQuarter(period)
  if (!quarter) return `${dayWords(period.from)} to ${dayWords(period.to)}`
  const [year, month] = yearMonth(quarter.from)
  return `${MONTHS[month - 1] ?? ''} to ${MONTHS[month + 1] ?? ''} ${year}`
}

/** `Quarter 1 of 2026/27`, the April year. */
export const quarterWords = ({ year, number }: Quarter): string =>
  `Quarter ${number} of ${year}/${two((year + 1) % 100)}`
