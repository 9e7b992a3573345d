/** Krippendorff's alpha: agreement of any number of graders, of whom some may not have graded some cases. */

/** Graders' grades of one case, as places on the scale from 0; null where somebody did not grade it. */
export type Unit = readonly (number | null)[]

export type Metric = 'nominal' | 'ordinal' | 'interval'

/**
 * Coincidences of values within units: a unit of m grades gives each ordered pair 1/(m − 1). Units of fewer than two
 * grades pair with nothing and are left out.
 */
const coincidences = (units: readonly Unit[], size: number): number[][] => {
  const matrix = Array.from({ length: size }, () => Array.from({ length: size }, () => 0))
  for (const unit of units) {
    const graded = unit.filter((value) => value !== null)
    if (graded.length < 2) continue
    for (const [a, first] of graded.entries()) {
      for (const [b, second] of graded.entries()) {
        const row = matrix[first]
        if (a !== b && row) row[second] = (row[second] ?? 0) + 1 / (graded.length - 1)
      }
    }
  }
  return matrix
}

/** Squared distance of two values; of ordinal ones, by how many grades were given between them. */
const distance = (metric: Metric, c: number, k: number, margins: readonly number[]): number => {
  if (c === k) return 0
  if (metric === 'nominal') return 1
  if (metric === 'interval') return (c - k) ** 2
  const between = margins
    .slice(Math.min(c, k), Math.max(c, k) + 1)
    .reduce((sum, count) => sum + count, 0)
  return (between - ((margins[c] ?? 0) + (margins[k] ?? 0)) / 2) ** 2
}

/**
 * alpha = 1 − (N−1)·Σ o·d² / Σ n·n·d². Krippendorff (2004), "Content Analysis", chapter 11; Hayes and Krippendorff
 * (2007). Undefined where nothing can be paired, and where all grades are the same: there is no disagreement to
 * measure against.
 */
export const krippendorffAlpha = (
  units: readonly Unit[],
  metric: Metric = 'ordinal'
): number | undefined => {
  const size = 1 + Math.max(-1, ...units.flat().filter((value) => value !== null))
  const matrix = coincidences(units, size)
  const margins = matrix.map((row) => row.reduce((sum, count) => sum + count, 0))
  const all = margins.reduce((sum, count) => sum + count, 0)
  let seen = 0
  let expected = 0
  for (const [c, row] of matrix.entries()) {
    for (const [k, count] of row.entries()) {
      const apart = distance(metric, c, k, margins)
      seen += count * apart
      expected += (margins[c] ?? 0) * (margins[k] ?? 0) * apart
    }
  }
  return expected === 0 ? undefined : 1 - ((all - 1) * seen) / expected
}
