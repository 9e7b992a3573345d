/** The distribution of grades in a set of judgements, with the share that is good or better. */

import { notApplicable, notEnoughEvidence } from '../../rubrics/rules/rubric.ts'
import { fourGrade, hasPositive, type Scale } from '../../rubrics/rules/scale.ts'
import { largestRemainder } from './largest-remainder.ts'
import { fourPlaces, percentHalfUp } from './round-half-up.ts'
import { wilson } from './wilson.ts'

/** One figure for each value of the scale, best first. */
export type ByGrade<Figure = number> = Readonly<Record<string, Figure>>

/** Share good or better: whole percentage rounded half up, and its 95% Wilson interval as fractions. */
export type ShareFigures = {
  readonly count: number
  readonly percent: number
  readonly low: number
  readonly high: number
}

export type Distribution = {
  /** Judgements with one of the scale's values that count; never 0. */
  readonly n: number
  readonly counts: ByGrade
  /** Whole numbers that sum to 100. */
  readonly percent: ByGrade
  readonly notApplicable: number
  readonly notEnoughEvidence: number
  /** What the scale counts beside *n*; undefined where it has no such value. */
  readonly outside?: ByGrade | undefined
  /** Null where no value of the scale counts as good. */
  readonly goodOrBetter: ShareFigures | null
}

export const share = (k: number, n: number): ShareFigures => {
  const { low, high } = wilson(k, n)
  return { count: k, percent: percentHalfUp(k, n), low: fourPlaces(low), high: fourPlaces(high) }
}

/** Adds up values; undefined when nothing is graded: n 0 yields no figure, never 0% (domain.md §7.1). */
export const distributionOf = (
  tallies: readonly { readonly value: string; readonly count: number }[],
  scale: Scale = fourGrade
): Distribution | undefined => {
  const sum = (value: string) =>
    tallies.reduce((total, tally) => total + (tally.value === value ? tally.count : 0), 0)
  const counted = scale.values.filter(({ isOutside }) => !isOutside)
  const outside = scale.values.filter(({ isOutside }) => isOutside)
  const inOrder = counted.map(({ key }) => sum(key))
  const n = inOrder.reduce((total, count) => total + count, 0)
  if (n === 0) return undefined
  const percent = largestRemainder(inOrder)
  const positive = counted.reduce(
    (total, { isPositive }, place) => total + (isPositive ? (inOrder[place] ?? 0) : 0),
    0
  )
  return {
    n,
    counts: Object.fromEntries(counted.map(({ key }, place) => [key, inOrder[place] ?? 0])),
    percent: Object.fromEntries(counted.map(({ key }, place) => [key, percent[place] ?? 0])),
    notApplicable: sum(notApplicable),
    notEnoughEvidence: sum(notEnoughEvidence),
    ...(outside.length === 0
      ? {}
      : { outside: Object.fromEntries(outside.map(({ key }) => [key, sum(key)])) }),
    goodOrBetter: hasPositive(scale) ? share(positive, n) : null,
  }
}
