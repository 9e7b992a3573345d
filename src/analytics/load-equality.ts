/** Reads grades by what the child was when the audit was first submitted. One query beside the frame's. */
import type { Db } from '../db/schema.ts'
import { ageBands } from '../grading/rules/age-band.ts'
import { auditThemeKey } from '../rubrics/rules/rubric.ts'
import type { Scale } from '../rubrics/rules/scale.ts'
import { type ChildTally, listChildTallies } from './group-store.ts'
import type { Frame } from './load-frame.ts'
import { type Distribution, distributionOf } from './rules/distribution.ts'
import { hiddenAlong, namedBegins } from './rules/named-periods.ts'
import { isShareShown } from './rules/small-numbers.ts'
import type { RoundFacts } from './rules/tally.ts'

const equalityDimensions = ['ethnicity', 'sex', 'disability', 'age'] as const
export type EqualityDimension = (typeof equalityDimensions)[number]

export type EqualityGroup = {
  readonly dimension: EqualityDimension
  /** '' is not known. */
  readonly group: string
  /** Undefined where nothing was graded. */
  readonly figures: Distribution | undefined
  /** Not shown by grade: too few, or beside one that is and would give it away. */
  readonly hidden: 'few' | 'beside' | undefined
}

export type Equality = {
  readonly theme: string
  readonly scale: Scale
  readonly groups: readonly EqualityGroup[]
}

const orderOf = (dimension: EqualityDimension, group: string): string => {
  // What is not known stands last, as a row of its own.
  if (group === '') return '9'
  const band = ageBands.findIndex(({ key }) => key === group)
  return dimension === 'age' && band >= 0 ? `0${band}` : `0${group}`
}

const nOf = (
  tallies: readonly ChildTally[],
  dimension: EqualityDimension,
  group: string,
  scale: Scale
): number =>
  distributionOf(
    tallies.filter((tally) => tally.dimension === dimension && tally.group === group),
    scale
  )?.n ?? 0

/** @param isWhole for a reader who may read every audit: no other period tells them more than they may know */
export const loadEquality = async (db: Db, frame: Frame, isWhole: boolean): Promise<Equality> => {
  const { filters, rounds } = frame
  const theme = filters.theme === '' ? auditThemeKey : filters.theme
  const scale = frame.scaleOf(theme)
  const read = (some: readonly RoundFacts[]) =>
    listChildTallies(db, equalityDimensions, {
      roundIds: some.map(({ id }) => id),
      theme,
      status: filters.status === '' ? undefined : filters.status,
    })
  const begins = isWhole ? [] : namedBegins(filters.period, frame.today)
  const shorter = begins.slice(0, -1)
  const before = await Promise.all(
    shorter.map((begin) => read(rounds.filter(({ date }) => date >= (begin ?? ''))))
  )
  const tallies = await read(rounds)
  const groups = equalityDimensions.flatMap((dimension) => {
    const byGroup = Map.groupBy(
      tallies.filter((tally) => tally.dimension === dimension),
      ({ group }) => group
    )
    const found = [...byGroup]
      .toSorted(([a], [b]) => (orderOf(dimension, a) < orderOf(dimension, b) ? -1 : 1))
      .map(([group, some]) => ({ dimension, group, figures: distributionOf(some, scale) }))
    // Ages stand on the heat table too, and say less of who a child is.
    const hidden =
      dimension === 'age'
        ? new Set()
        : hiddenAlong(
            [...before, tallies].map((some) =>
              found.map(({ group }) => ({ group, n: nOf(some, dimension, group, scale) }))
            )
          )
    return found.map((one): EqualityGroup => {
      const isFew = !isShareShown(one.figures?.n ?? 0)
      return { ...one, hidden: hidden.has(one.group) ? (isFew ? 'few' : 'beside') : undefined }
    })
  })
  return { theme, scale, groups }
}
