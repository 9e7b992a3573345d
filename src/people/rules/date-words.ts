/** A date as it stands in a message: the views have their own formats. */

const words = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
})

/** `2026-01-30` → `Friday 30 January 2026`. @throws RangeError for what is no date */
export const longDate = (date: string): string =>
  words.format(new Date(`${date}T00:00:00Z`)).replace(',', '')
