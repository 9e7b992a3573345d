/**
 * Which limits a p-chart of rounds gets: those that chance alone makes, or Laney's, which allow for rounds that differ
 * from one another anyway. The formulas are in control-limits.ts.
 */
import { type Counted, hasEnoughForLimits, laneySigmaZ } from './control-limits.ts'

/** `auto`: Laney's where it is needed, else those of chance. */
export const limitChoices = ['auto', 'p', 'laney'] as const
export type LimitChoice = (typeof limitChoices)[number]

export const readLimitChoice = (typed: string | undefined): LimitChoice | undefined =>
  limitChoices.find((choice) => choice === (typed?.toLowerCase() ?? 'auto'))

/**
 * Large rounds have limits so narrow that small differences between rounds, in cases or auditors, look like signals. In
 * rounds of fewer audits chance drowns such differences, and the measured spread is chance too.
 */
const LARGE_ROUND = 50

/** Of twelve rounds that differ by chance alone, about one series in twenty-five spreads so much. */
const OVER_DISPERSED = 1.5

/** Fewer rounds than this do not show how they spread. */
const FEWEST_FOR_SPREAD = 12

/** Laney's σz of the rounds that are large enough for limits; undefined where fewer than two are. */
export const spreadOf = (points: readonly Counted[], centre: number): number | undefined =>
  laneySigmaZ(
    points.filter(({ n }) => hasEnoughForLimits(centre, n)),
    centre
  )

/**
 * @param points those that set the centre
 * @param spread Laney's σz of them
 */
export const isWidened = (
  choice: LimitChoice,
  points: readonly Counted[],
  spread: number
): boolean => {
  if (choice !== 'auto') return choice === 'laney'
  const meanN = points.reduce((sum, { n }) => sum + n, 0) / points.length
  return points.length >= FEWEST_FOR_SPREAD && meanN >= LARGE_ROUND && spread >= OVER_DISPERSED
}
