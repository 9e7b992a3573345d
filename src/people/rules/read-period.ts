/** The quarter of an hour in which a person's reading of one record counts once. */

const PERIOD_MINUTES = 15

/** The quarter of an hour in which the instant lies, as its first minute. */
export const periodOf = (now: string): string => {
  const ms = Date.parse(now)
  return new Date(ms - (ms % (PERIOD_MINUTES * 60_000))).toISOString().slice(0, 16)
}
