/** The 95% Wilson score interval of a share. What a pair of shares says about change is in newcombe.ts. */

/** The 97.5th percentile of the standard normal distribution, as public-health data teams print it. */
const Z = 1.959964

/** A range of shares, as fractions. Not rounded: writers print at most four places. */
export type Interval = { low: number; high: number }

/**
 * The 95% Wilson score interval of `k` out of `n`, as fractions between 0 and 1.
 *
 * Wilson (1927); the form recommended by Public Health England's technical guide "Confidence intervals"
 * and coded in PHEindicatormethods. It stays inside 0 and 1 and is honest about small samples, where the
 * usual ± interval is not.
 *
 * @param k whole number, 0 to `n`
 * @param n whole number, at least 1
 * @throws RangeError when `k` of `n` is not a share
 */
export const wilson = (k: number, n: number): Interval => {
  if (!Number.isInteger(k) || !Number.isInteger(n) || n < 1 || k < 0 || k > n) {
    throw new RangeError(`${k} of ${n} is not a share`)
  }
  const p = k / n
  const spread = 1 + Z ** 2 / n
  const centre = (p + Z ** 2 / (2 * n)) / spread
  const half = (Z * Math.sqrt((p * (1 - p)) / n + Z ** 2 / (4 * n ** 2))) / spread
  return { low: k === 0 ? 0 : centre - half, high: k === n ? 1 : centre + half }
}
