/**
 * A theme over time as a p-chart, or a number over time as an XmR chart of its medians: which rounds belong together, the
 * centre and limits that hold for each, and the signals. Rounds that do not mean the same, or stand on either side of a
 * new baseline, are never measured by one line.
 */
import {
  hasEnoughForLimits,
  type Limits,
  laneyLimits,
  pCentre,
  pLimits,
  xmr,
} from './control-limits.ts'
import { isWidened, type LimitChoice, spreadOf } from './limit-choice.ts'
import type { RoundFigures } from './round-figures.ts'
import { isShareShown } from './small-numbers.ts'
import { DEFAULT_RUN_LENGTH, type Signal, signalsOf } from './spc-signals.ts'

/** Under so many rounds there are no limits, and under so many they are on trial (domain.md §7.2). */
const FEWEST_FOR_LIMITS = 6
export const ROUNDS_FOR_FIXED = 12

/** A known change, from which on the line is measured anew. */
export type Baseline = {
  readonly id: string
  /** London date: rounds of that date and later. */
  readonly startsOn: string
  readonly reason: string
}

export type ChartPoint = {
  readonly figures: RoundFigures
  /** Good or better, as a fraction; of a number its median, in its own unit. */
  readonly value: number
  /** Undefined where the stretch has too few rounds for a centre. */
  readonly centre: number | undefined
  /** Undefined where the stretch has none, or this round is too small for any. */
  readonly limits: Limits | undefined
  /** True where the round alone is too small: it stands beside the line with its own interval. */
  readonly isSmall: boolean
}

/** What the limits of a stretch rest on. */
export type LimitState = 'none' | 'trial' | 'fixed'

export type Stretch<B extends Baseline = Baseline> = {
  readonly points: readonly ChartPoint[]
  readonly state: LimitState
  readonly centre: number | undefined
  /** By how much shares spread more from round to round than chance alone makes them (Laney's σz); undefined of numbers. */
  readonly spread: number | undefined
  /** Limits are Laney's: multiplied by the spread. */
  readonly isLaney: boolean
  /** The baseline that it starts with; undefined for the first, and after a change of meaning. */
  readonly baseline: B | undefined
  /** Places are those of `line`. */
  readonly signals: readonly Signal[]
  /** Points that are joined: those that are not too small. */
  readonly line: readonly ChartPoint[]
}

const shareValue = ({ share, n }: RoundFigures): number => (share?.count ?? 0) / n

/** Where a round starts a new stretch, as a key: what it means, and the latest baseline at or before it. */
const stretchKey = (
  { round }: RoundFigures,
  baselines: readonly Baseline[],
  lineOf: (roundId: string) => string
): string =>
  JSON.stringify([
    lineOf(round.id),
    baselines.findLast(({ startsOn }) => startsOn <= round.date)?.id ?? '',
  ])

const stateOf = (rounds: number): LimitState => {
  if (rounds < FEWEST_FOR_LIMITS) return 'none'
  return rounds < ROUNDS_FOR_FIXED ? 'trial' : 'fixed'
}

type Measured = Pick<Stretch, 'centre' | 'spread' | 'isLaney' | 'points'>

const measureShares = (
  rounds: readonly RoundFigures[],
  state: LimitState,
  choice: LimitChoice
): Measured => {
  const counted = rounds
    .slice(0, ROUNDS_FOR_FIXED)
    .map(({ share, n }) => ({ k: share?.count ?? 0, n }))
  const centre = state === 'none' ? undefined : pCentre(counted)
  const spread = centre === undefined ? undefined : spreadOf(counted, centre)
  const isLaney = spread !== undefined && isWidened(choice, counted, spread)
  const limitsAt = (of: number, n: number) =>
    isLaney ? laneyLimits(of, n, spread) : pLimits(of, n)
  const points = rounds.map((figures): ChartPoint => {
    const isSmall = centre !== undefined && !hasEnoughForLimits(centre, figures.n)
    return {
      figures,
      value: shareValue(figures),
      centre,
      limits: centre === undefined || isSmall ? undefined : limitsAt(centre, figures.n),
      isSmall,
    }
  })
  return { centre, spread, isLaney, points }
}

/** Medians on an XmR chart. Where they never moved there is nothing to make limits of. */
const measureMedians = (rounds: readonly RoundFigures[], state: LimitState): Measured => {
  const values = rounds.map(({ quartiles }) => quartiles?.median ?? 0)
  const chart = state === 'none' ? undefined : xmr(values.slice(0, ROUNDS_FOR_FIXED))
  // Days and counts are not negative: a limit under nought would say that they could be.
  const least = rounds.every(({ quartiles }) => (quartiles?.min ?? 0) >= 0)
    ? 0
    : Number.NEGATIVE_INFINITY
  const limits = chart !== undefined &&
    chart.averageMovingRange > 0 && {
      lower: Math.max(least, chart.lower),
      upper: chart.upper,
      nearLower: Math.max(least, chart.nearLower),
      nearUpper: chart.nearUpper,
    }
  return {
    ...{ centre: chart?.mean, spread: undefined, isLaney: false },
    points: rounds.map((figures, place) => ({
      ...{ figures, value: values[place] ?? 0, centre: chart?.mean, isSmall: false },
      limits: limits === false ? undefined : limits,
    })),
  }
}

const stretchOf = <B extends Baseline>(
  rounds: readonly RoundFigures[],
  baseline: B | undefined,
  { runLength, limits }: { readonly runLength: number; readonly limits: LimitChoice }
): Stretch<B> => {
  const state = stateOf(rounds.length)
  const measured =
    rounds[0]?.quartiles === undefined
      ? measureShares(rounds, state, limits)
      : measureMedians(rounds, state)
  const { centre, points } = measured
  const line = points.filter(({ isSmall }) => !isSmall)
  return {
    ...measured,
    ...{ state, baseline, line },
    signals:
      centre === undefined
        ? []
        : signalsOf(
            line.map(({ value, limits }) => ({ value, centre, limits })),
            runLength
          ),
  }
}

/**
 * Stretches by date. Twelve rounds fix the limits, which are extended after them; 6 to 11 give limits on trial; fewer
 * give none (contracts.md §10). Rounds too small for a share are left out; those too small for limits count in the
 * centre, but are neither joined nor part of a run. Of numbers the medians are followed, and no round is too small for
 * limits that has enough for a median.
 *
 * @param figures rounds of one kind under one item, by date, with a share or a median each
 * @param baselines that stand, by date
 * @param lineOf the line of meaning that a round stands on (meaning-line.ts)
 */
export const spcChart = <B extends Baseline>(
  figures: readonly RoundFigures[],
  {
    baselines = [],
    lineOf = () => '',
    runLength = DEFAULT_RUN_LENGTH,
    limits = 'auto',
  }: {
    readonly baselines?: readonly B[]
    readonly lineOf?: (roundId: string) => string
    readonly runLength?: number
    readonly limits?: LimitChoice
  } = {}
): Stretch<B>[] => {
  const shown = figures.filter(
    ({ share, quartiles, n }) => (share !== undefined || quartiles !== undefined) && isShareShown(n)
  )
  const groups: RoundFigures[][] = []
  for (const one of shown) {
    const last = groups.at(-1)
    const before = last?.at(-1)
    const isSame =
      before !== undefined &&
      stretchKey(before, baselines, lineOf) === stretchKey(one, baselines, lineOf)
    if (last && isSame) last.push(one)
    else groups.push([one])
  }
  const baselineOf = (one: RoundFigures | undefined) =>
    one && baselines.findLast(({ startsOn }) => startsOn <= one.round.date)
  return groups.map((rounds, place) => {
    const own = baselineOf(rounds[0])
    const isNew = own !== undefined && own.id !== baselineOf(groups[place - 1]?.at(-1))?.id
    return stretchOf(rounds, isNew ? own : undefined, { runLength, limits })
  })
}
