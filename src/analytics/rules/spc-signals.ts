/**
 * The four rules for special-cause variation of NHS England's Making Data Count, as coded in NHSRplotthedots. They say
 * that a series is not steady, never why.
 */
import type { Limits } from './control-limits.ts'

/** A point of one series, with the centre and limits that hold for it. */
export type SeriesPoint = {
  readonly value: number
  readonly centre: number
  /** Undefined where no limits are drawn: rules 1 and 4 then say nothing of it. */
  readonly limits: Limits | undefined
}

/** In the order in which they are named when several apply to a point (domain.md §7.2). */
const signalRules = ['beyond_limit', 'trend', 'two_of_three', 'run'] as const
export type SignalRule = (typeof signalRules)[number]

/** `from` and `to` are places in the series, both included; `side` is up for above, or rising. */
export type Signal = {
  readonly rule: SignalRule
  readonly side: 'up' | 'down'
  readonly from: number
  readonly to: number
  /** The points that are marked: all from first to last, save that of two in three the third is not. */
  readonly places: readonly number[]
}

/** Every place from one to another. */
const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, step) => from + step)

/** How many points running are a run, or a trend; some texts use 6 or 8. */
export const DEFAULT_RUN_LENGTH = 7

const sideOf = (sign: number): Signal['side'] => (sign > 0 ? 'up' : 'down')

/** Stretches of equal signs, nought left out: a point that equals the mean breaks a run. */
const stretches = (signs: readonly number[]): { sign: number; from: number; to: number }[] => {
  const found: { sign: number; from: number; to: number }[] = []
  for (const [place, sign] of signs.entries()) {
    const last = found.at(-1)
    if (last && last.to === place - 1 && last.sign === sign) last.to = place
    else if (sign !== 0) found.push({ sign, from: place, to: place })
  }
  return found
}

/** Floating-point dust is not a difference: shares of equal counts are compared as equal. */
const signOf = (difference: number): number =>
  Math.abs(difference) < 1e-9 ? 0 : Math.sign(difference)

const beyondLimit = (points: readonly SeriesPoint[]): Signal[] =>
  points.flatMap(({ value, limits }, place): Signal[] => {
    if (!limits) return []
    const isAbove = signOf(value - limits.upper) > 0
    const isBelow = signOf(limits.lower - value) > 0
    return isAbove || isBelow
      ? [
          {
            rule: 'beyond_limit',
            side: isAbove ? 'up' : 'down',
            from: place,
            to: place,
            places: [place],
          },
        ]
      : []
  })

const runs = (points: readonly SeriesPoint[], length: number): Signal[] =>
  stretches(points.map(({ value, centre }) => signOf(value - centre)))
    .filter(({ from, to }) => to - from + 1 >= length)
    .map(({ sign, from, to }) => ({
      ...{ rule: 'run' as const, side: sideOf(sign), from, to },
      places: range(from, to),
    }))

/** So many points, each above (or below) the one before it: one step fewer than points. */
const trends = (points: readonly SeriesPoint[], length: number): Signal[] =>
  stretches(
    points.slice(1).map(({ value }, place) => signOf(value - (points[place]?.value ?? value)))
  )
    .filter(({ from, to }) => to - from + 2 >= length)
    .map(({ sign, from, to }) => ({
      ...{ rule: 'trend' as const, side: sideOf(sign), from, to: to + 1 },
      places: range(from, to + 1),
    }))

/** 1 or -1 for a point between the near line and the limit, the line itself left out and the limit counted in. */
const closeTo = ({ value, limits }: SeriesPoint): number => {
  if (!limits || signOf(value - limits.upper) > 0 || signOf(limits.lower - value) > 0) return 0
  if (signOf(value - limits.nearUpper) > 0) return 1
  return signOf(limits.nearLower - value) > 0 ? -1 : 0
}

/** Two of three points running close to a limit, all three on one side of the mean. */
const twoOfThree = (points: readonly SeriesPoint[]): Signal[] => {
  const close = points.map(closeTo)
  const sides = points.map(({ value, centre }) => signOf(value - centre))
  return points.slice(2).flatMap((_, from): Signal[] => {
    const sign = sides[from] ?? 0
    const isOneSided = sign !== 0 && sides.slice(from, from + 3).every((side) => side === sign)
    const places = [from, from + 1, from + 2].filter((place) => close[place] === sign)
    if (!isOneSided || places.length < 2) return []
    return [
      {
        rule: 'two_of_three',
        side: sideOf(sign),
        from: places[0] ?? from,
        to: places.at(-1) ?? from,
        places,
      },
    ]
  })
}

/** Signals that overlap on the same rule and side become one. */
const merged = (signals: readonly Signal[]): Signal[] => {
  const found: Signal[] = []
  for (const signal of signals) {
    const last = found.at(-1)
    const isOne = last && last.side === signal.side && signal.from <= last.to
    if (isOne) {
      found[found.length - 1] = {
        ...last,
        to: Math.max(last.to, signal.to),
        places: [...new Set([...last.places, ...signal.places])].toSorted((a, b) => a - b),
      }
    } else found.push(signal)
  }
  return found
}

/**
 * Every signal of a series, by rule in the order of naming, then by place.
 * @param points one series: never across a break of meaning or a new baseline
 * @param runLength points that make a run or a trend, at least 2
 */
export const signalsOf = (
  points: readonly SeriesPoint[],
  runLength: number = DEFAULT_RUN_LENGTH
): Signal[] => [
  ...beyondLimit(points),
  ...trends(points, runLength),
  ...merged(twoOfThree(points)),
  ...runs(points, runLength),
]

/** Under which rule a point is named: the first that applies to it; undefined for common-cause variation. */
export const signalAt = <S extends Signal>(signals: readonly S[], place: number): S | undefined =>
  signalRules
    .map((rule) => signals.find((signal) => signal.rule === rule && signal.places.includes(place)))
    .find((signal) => signal !== undefined)
