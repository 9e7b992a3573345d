/** The distribution of grades in a set of judgements, with the share that is good or better. */

import { notApplicable, notEnoughEvidence } from '../../rubrics/rules/rubric.ts'
import { type Grade, grades } from '../../rubrics/rules/scale.ts'
import { largestRemainder } from './largest-remainder.ts'
import { fourPlaces, percentHalfUp } from './round-half-up.ts'
import { wilson } from './wilson.ts'

/** One figure for each grade. */
export type ByGrade<Figure = number> = Readonly<Record<Grade, Figure>>

/** Share good or better: whole percentage rounded half up, and its 95% Wilson interval as fractions. */
export type ShareFigures = {
  readonly count: number
  readonly percent: number
  readonly low: number
  readonly high: number
}

export type Distribution = {
  /** Judgements with one of the scale's grades; never 0. */
  readonly n: number
  readonly counts: ByGrade
  /** Whole numbers that sum to 100. */
  readonly percent: ByGrade
  readonly notApplicable: number
  readonly notEnoughEvidence: number
  readonly goodOrBetter: ShareFigures
}

export const byGrade = <Figure>(
  figureOf: (grade: Grade, place: number) => Figure
): ByGrade<Figure> => ({
  outstanding: figureOf(grades[0], 0),
  good: figureOf(grades[1], 1),
  requires_improvement: figureOf(grades[2], 2),
  inadequate: figureOf(grades[3], 3),
})

export const share = (k: number, n: number): ShareFigures => {
  const { low, high } = wilson(k, n)
  return { count: k, percent: percentHalfUp(k, n), low: fourPlaces(low), high: fourPlaces(high) }
}

/** Adds up values; undefined when nothing is graded: n 0 yields no figure, never 0% (domain.md §7.1). */
export const distributionOf = (
  tallies: readonly { readonly value: string; readonly count: number }[]
): Distribution | undefined => {
  const sum = (value: string) =>
    tallies.reduce((total, tally) => total + (tally.value === value ? tally.count : 0), 0)
  const counts = byGrade(sum)
  const inOrder = grades.map((grade) => counts[grade])
  const n = inOrder.reduce((total, count) => total + count, 0)
  if (n === 0) return undefined
  const percent = largestRemainder(inOrder)
  return {
    n,
    counts,
    percent: byGrade((_, place) => percent[place] ?? 0),
    notApplicable: sum(notApplicable),
    notEnoughEvidence: sum(notEnoughEvidence),
    goodOrBetter: share(counts.outstanding + counts.good, n),
  }
}
