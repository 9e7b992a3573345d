/** The periods that a page offers, and the two twelve months that it compares first (contracts.md §10). */

/** Periods by key, in the order offered; `months: null` is all that there is. */
export const periods = [
  { key: '1y', label: 'Last year', months: 12 },
  { key: '2y', label: 'Last two years', months: 24 },
  { key: '4y', label: 'Last four years', months: 48 },
  { key: 'all', label: 'All years', months: null },
] as const

export type PeriodKey = (typeof periods)[number]['key']

export const defaultPeriod: PeriodKey = '2y'

/**
 * The date so many months before: the same day, or the last of a shorter month.
 * @param date `YYYY-MM-DD`
 */
export const monthsBefore = (date: string, months: number): string => {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const whole = year * 12 + month - 1 - months
  const thenYear = Math.floor(whole / 12)
  const thenMonth = (whole % 12) + 1
  const leap = (thenYear % 4 === 0 && thenYear % 100 !== 0) || thenYear % 400 === 0
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][thenMonth - 1] ?? 31
  const two = (part: number) => String(part).padStart(2, '0')
  return `${thenYear}-${two(thenMonth)}-${two(Math.min(day, days))}`
}

/** True when a round of that date lies in the period; one whose window has not ended yet lies in every period. */
export const isInPeriod = (date: string, period: PeriodKey, today: string): boolean => {
  const months = periods.find((one) => one.key === period)?.months ?? null
  return months === null || date > monthsBefore(today, months)
}

/** Which of the two twelve months a round's date lies in. */
export const twelveMonthsOf = (date: string, today: string): 'last' | 'before' | undefined => {
  if (date > monthsBefore(today, 12)) return 'last'
  return date > monthsBefore(today, 24) ? 'before' : undefined
}
