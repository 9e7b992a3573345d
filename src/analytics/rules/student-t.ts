/** Quantiles of Student's t distribution, for intervals of figures with an estimated standard error. */

/**
 * The chance that |T| is at most `t`, for whole degrees of freedom: the finite sums of Abramowitz and Stegun (1964),
 * "Handbook of Mathematical Functions", 26.7.3 (odd) and 26.7.4 (even).
 */
const within = (t: number, df: number): number => {
  const angle = Math.atan(t / Math.sqrt(df))
  const cos2 = Math.cos(angle) ** 2
  const isOdd = df % 2 === 1
  let term = isOdd ? Math.cos(angle) : 1
  let sum = df === 1 ? 0 : term
  for (let step = isOdd ? 3 : 2; step <= df - 2; step += 2) {
    term *= (cos2 * (step - 1)) / step
    sum += term
  }
  const sine = Math.sin(angle)
  return isOdd ? (2 / Math.PI) * (angle + sine * sum) : sine * sum
}

/**
 * The two-sided quantile of Student's t: within ± it lies `coverage` of the distribution. Found by halving, to ten
 * places.
 *
 * @param df whole degrees of freedom, at least 1
 * @param coverage as a fraction, 0.95 by default
 * @throws RangeError when `df` is not a whole number of at least 1
 */
export const studentT = (df: number, coverage = 0.95): number => {
  if (!Number.isInteger(df) || df < 1) throw new RangeError(`${df} is no degree of freedom`)
  let low = 0
  let high = 1
  while (within(high, df) < coverage) high *= 2
  while (high - low > 1e-10 * high) {
    const middle = (low + high) / 2
    if (within(middle, df) < coverage) low = middle
    else high = middle
  }
  return (low + high) / 2
}
