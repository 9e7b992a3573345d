/** Median and quartiles of a number that audits measured, from how often each value occurred. */

/** A value and how many times it was seen. */
export type Weighted = { value: number; count: number }

export type Quartiles = {
  n: number
  median: number
  lowerQuartile: number
  upperQuartile: number
  min: number
  max: number
}

/** Interpolation leaves floating-point dust (1.1749999999999998); ten places keep every digit that was typed. */
const withoutDust = (value: number) => Math.round(value * 1e10) / 1e10

/**
 * Quantiles of type 7 in Hyndman and Fan (1996), "Sample quantiles in statistical packages": linear between the
 * order statistics at (n - 1)p, as R, NumPy and a spreadsheet's QUARTILE.INC compute them.
 *
 * @param values in any order; counts are whole numbers; the unit is the measure's own
 * @returns undefined when nothing was measured
 */
export const quartiles = (values: readonly Weighted[]): Quartiles | undefined => {
  const sorted = values.filter((one) => one.count > 0).toSorted((a, b) => a.value - b.value)
  const first = sorted.at(0)
  const last = sorted.at(-1)
  if (!first || !last) return undefined
  const n = sorted.reduce((sum, one) => sum + one.count, 0)

  const atRank = (rank: number) => {
    let seen = 0
    for (const one of sorted) {
      seen += one.count
      if (rank < seen) return one.value
    }
    return last.value
  }
  const quantile = (p: number) => {
    const h = (n - 1) * p
    const below = atRank(Math.floor(h))
    return withoutDust(below + (h - Math.floor(h)) * (atRank(Math.ceil(h)) - below))
  }
  return {
    n,
    median: quantile(0.5),
    lowerQuartile: quantile(0.25),
    upperQuartile: quantile(0.75),
    min: first.value,
    max: last.value,
  }
}
