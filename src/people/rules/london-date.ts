/** The calendar date in London of an instant. Every date that the product keeps or compares is one of these. */

const parts = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** `2026-07-01T23:30:00.000Z` → `2026-07-02`. @throws RangeError for what is no instant */
export const londonDate = (instant: string): string => parts.format(new Date(instant))
