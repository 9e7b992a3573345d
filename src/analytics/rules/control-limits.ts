/**
 * Control limits of a series: p-chart, Laney's p′ and XmR. What counts as a signal is in spc-signals.ts; which rounds
 * belong to one series is in spc-chart.ts.
 */

/** A share as counted: `k` of `n`. */
export type Counted = { readonly k: number; readonly n: number }

/** Limits at one point, in the unit of the series. `near` lines stand at two of the three standard deviations. */
export type Limits = {
  readonly lower: number
  readonly upper: number
  readonly nearLower: number
  readonly nearUpper: number
}

/** Fewest that the normal approximation asks of both n·c and n·(1−c). */
const FEWEST_EXPECTED = 5

/** 25 · (1 − 0.8) comes out just under 5. */
const DUST = 1e-9

const add = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)
const mean = (values: readonly number[]): number => add(values) / values.length

const cut = (value: number): number => Math.min(1, Math.max(0, value))

const shareLimits = (centre: number, sigma: number): Limits => ({
  lower: cut(centre - 3 * sigma),
  upper: cut(centre + 3 * sigma),
  nearLower: cut(centre - 2 * sigma),
  nearUpper: cut(centre + 2 * sigma),
})

/**
 * The centre line of a p-chart: everybody good of everybody counted, as a fraction; undefined when nobody was counted.
 * Shewhart's attributes chart, as coded in qicharts2 (Anhøj).
 */
export const pCentre = (points: readonly Counted[]): number | undefined => {
  const n = add(points.map((point) => point.n))
  return n === 0 ? undefined : add(points.map((point) => point.k)) / n
}

/** The binomial standard deviation of a share of `n`, as a fraction. */
const pSigma = (centre: number, n: number): number => Math.sqrt((centre * (1 - centre)) / n)

/** Limits of a p-chart for a point of `n`, c ± 3·√(c(1−c)/n), cut to 0 and 1 (domain.md §7.3). */
export const pLimits = (centre: number, n: number): Limits => shareLimits(centre, pSigma(centre, n))

/** False where n·c or n·(1−c) is under 5: no limits are drawn there (contracts.md §10). */
export const hasEnoughForLimits = (centre: number, n: number): boolean =>
  n * centre >= FEWEST_EXPECTED - DUST && n * (1 - centre) >= FEWEST_EXPECTED - DUST

/**
 * By how much the shares spread more (above 1) or less (below 1) from round to round than chance alone makes them:
 * Laney's σz, the mean moving range of the standardised shares by 1.128. Undefined under two points.
 * Laney (2002), "Improved control charts for attributes"; qicharts2 `qic(chart = "pp")`.
 */
export const laneySigmaZ = (points: readonly Counted[], centre: number): number | undefined => {
  const standardised = points.map(({ k, n }) => (k / n - centre) / pSigma(centre, n))
  const steps = standardised
    .slice(1)
    .map((z, place) => Math.abs(z - (standardised[place] ?? z)))
    .filter((step) => Number.isFinite(step))
  return steps.length === 0 ? undefined : mean(steps) / 1.128
}

/** Limits of Laney's p′-chart, c ± 3·σᵢ·σz. */
export const laneyLimits = (centre: number, n: number, sigmaZ: number): Limits =>
  shareLimits(centre, pSigma(centre, n) * sigmaZ)

export type XmrChart = Limits & {
  readonly mean: number
  readonly averageMovingRange: number
}

/**
 * Limits of an XmR chart: mean ± 2.66 × average moving range, in the unit of the values (Wheeler; NHS England, Making
 * Data Count). Undefined under two values.
 *
 * @param dropLarge leaves moving ranges of 3.267 times their mean and more out before the average is taken, as
 *   NHSRplotthedots does; the NHS Excel tool does not, and neither does this by default
 */
export const xmr = (
  values: readonly number[],
  { dropLarge = false }: { readonly dropLarge?: boolean } = {}
): XmrChart | undefined => {
  const ranges = values.slice(1).map((value, place) => Math.abs(value - (values[place] ?? value)))
  if (ranges.length === 0) return undefined
  const most = dropLarge ? 3.267 * mean(ranges) : Number.POSITIVE_INFINITY
  const kept = ranges.filter((range) => range < most)
  // Where every range is nought, none lies under 3.267 times their mean.
  const averageMovingRange = kept.length === 0 ? 0 : mean(kept)
  const centre = mean(values)
  const limit = 2.66 * averageMovingRange
  return {
    mean: centre,
    averageMovingRange,
    lower: centre - limit,
    upper: centre + limit,
    nearLower: centre - (2 / 3) * limit,
    nearUpper: centre + (2 / 3) * limit,
  }
}
