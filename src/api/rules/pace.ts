/** How often one token may ask: a bucket that holds so many requests and fills again by the second. Pure. */

/** Requests at once, and how many come back each second: three hundred a minute. */
const BUCKET = 300
const A_SECOND = 5

export type Pace = { readonly left: number; readonly at: number }

/**
 * @param at milliseconds of the clock
 * @returns what is left, and after how many whole seconds to ask again when nothing was
 */
export const takeOne = (
  before: Pace | undefined,
  at: number
): { readonly pace: Pace; readonly waitSeconds: number } => {
  const passed = before ? Math.max(0, at - before.at) / 1000 : 0
  const left = before ? Math.min(BUCKET, before.left + passed * A_SECOND) : BUCKET
  if (left < 1) return { pace: { left, at }, waitSeconds: Math.ceil((1 - left) / A_SECOND) }
  return { pace: { left: left - 1, at }, waitSeconds: 0 }
}
