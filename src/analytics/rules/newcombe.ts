/** The difference of two independent shares with its 95% interval, and the word that the interval allows. */
import { wilson } from './wilson.ts'

/** A share as counted: `k` of `n`. */
export type Share = { k: number; n: number }

/** What may be said of a pair; pages put "This may be chance" beside "no clear change". */
export type Verdict = 'improved' | 'declined' | 'no clear change'

/** `difference` is the later share minus the earlier; all three are fractions between -1 and 1, not rounded. */
export type Change = { difference: number; low: number; high: number; verdict: Verdict }

/**
 * Newcombe's hybrid score interval (method 10 in Newcombe 1998, "Interval estimation for the difference between
 * independent proportions"), built from the two Wilson intervals. More of the share is taken to be better.
 *
 * @throws RangeError when either is not a share
 */
export const newcombe = (earlier: Share, later: Share): Change => {
  const a = wilson(earlier.k, earlier.n)
  const b = wilson(later.k, later.n)
  const p1 = earlier.k / earlier.n
  const p2 = later.k / later.n
  const difference = p2 - p1
  const low = difference - Math.hypot(p2 - b.low, a.high - p1)
  const high = difference + Math.hypot(b.high - p2, p1 - a.low)
  const verdict = low > 0 ? 'improved' : high < 0 ? 'declined' : 'no clear change'
  return { difference, low, high, verdict }
}
