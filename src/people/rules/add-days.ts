/** Arithmetic of calendar dates. It counts in UTC, so that no change of the clocks makes a day longer or shorter. */

const DAY_MS = 86_400_000

/** @param date `YYYY-MM-DD`. @param days whole calendar days; negative for earlier */
export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
