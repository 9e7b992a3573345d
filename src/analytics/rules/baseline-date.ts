/** Whether a new baseline may start on a date: it needs rounds before it and, at the latest, today. */
import { readDate } from './read-date.ts'

const inWords = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})

/** `Friday 30 January 2026`. */
const words = (date: string): string =>
  inWords.format(new Date(`${date}T12:00:00Z`)).replace(',', '')

/**
 * @param span dates of the first and last round with results
 * @returns what is wrong and what would be right; undefined when nothing is
 */
export const baselineFault = (
  startsOn: string,
  span: { readonly first: string; readonly last: string },
  today: string
): string | undefined => {
  const read = readDate(startsOn)
  if (!read.ok) return read.message
  if (startsOn > today)
    return 'The date is in the future: give the day on which practice or recording changed'
  if (startsOn <= span.first) {
    return `No round is dated before it: the first with results is of ${words(span.first)}, and a new baseline comes after that`
  }
  if (startsOn > span.last) {
    return `No round is dated on it or after it: the last with results is of ${words(span.last)}`
  }
  return undefined
}
