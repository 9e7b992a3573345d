/** The figures of one round under one item, for the chart, the table and the CSV of a page. */
import type { JudgementKind } from '../../grading/rules/judgement.ts'
import { isOutsideN, splitChoices } from '../../grading/rules/judgement.ts'
import { notApplicable, notEnoughEvidence } from '../../rubrics/rules/rubric.ts'
import { fourGrade, hasPositive, type Scale } from '../../rubrics/rules/scale.ts'
import { type ShareFigures, share } from './distribution.ts'
import { type Quartiles, quartiles } from './quartiles.ts'
import type { RoundFacts, Tally } from './tally.ts'

/** How often one answer was given. */
export type ValueCount = { readonly value: string; readonly count: number }

export type RoundFigures = {
  readonly round: RoundFacts
  /** Of what is graded; the scale of the version that the round used. */
  readonly scale: Scale
  /** Answers in *n*; never 0. */
  readonly n: number
  /** Values of the scale best first; yes before no; choices by how often; numbers from the least. */
  readonly values: readonly ValueCount[]
  readonly notApplicable: number
  readonly notEnoughEvidence: number
  /** What the scale counts beside *n*, as "not stated" is; mostly empty. */
  readonly outside: readonly ValueCount[]
  /** Good or better, or yes; undefined for numbers, categories and scales on which nothing counts as good. */
  readonly share: ShareFigures | undefined
  /** Numbers only. */
  readonly quartiles: Quartiles | undefined
}

type Counted = Pick<Tally, 'value' | 'count'>

const sum = (tallies: readonly Counted[], wanted: (value: string) => boolean = () => true) =>
  tallies.reduce((total, tally) => total + (wanted(tally.value) ? tally.count : 0), 0)

const valuesOf = (
  kind: JudgementKind,
  answered: readonly Counted[],
  scale: Scale
): ValueCount[] => {
  const counted = (value: string) => ({ value, count: sum(answered, (one) => one === value) })
  if (kind === 'grade') {
    return scale.values.filter(({ isOutside }) => !isOutside).map(({ key }) => counted(key))
  }
  if (kind === 'yes_no') return ['yes', 'no'].map(counted)
  const counts = new Map<string, number>()
  for (const tally of answered) {
    for (const value of kind === 'category' ? splitChoices(tally.value) : [tally.value]) {
      counts.set(value, (counts.get(value) ?? 0) + tally.count)
    }
  }
  const values = [...counts].map(([value, count]) => ({ value, count }))
  return kind === 'number'
    ? values.toSorted((a, b) => Number(a.value) - Number(b.value))
    : values.toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
}

/** Whether a value is the good end of its kind: good or better, or yes. */
const isWanted = (kind: JudgementKind, scale: Scale) => (value: string) =>
  kind === 'grade'
    ? scale.values.some(({ key, isPositive }) => isPositive && key === value)
    : value === 'yes'

/** Undefined when nothing was answered: n 0 is no figure. */
export const figuresOf = (
  round: RoundFacts,
  kind: JudgementKind,
  tallies: readonly Counted[],
  scale: Scale = fourGrade
): RoundFigures | undefined => {
  const isCounted = (value: string) =>
    kind === 'grade'
      ? scale.values.some(({ key, isOutside }) => !isOutside && key === value)
      : !isOutsideN(value)
  const answered = tallies.filter((tally) => isCounted(tally.value))
  const n = sum(answered)
  if (n === 0) return undefined
  const hasShare = kind === 'grade' ? hasPositive(scale) : kind === 'yes_no'
  return {
    round,
    scale,
    n,
    values: valuesOf(kind, answered, scale),
    notApplicable: sum(tallies, (value) => value === notApplicable),
    notEnoughEvidence: sum(tallies, (value) => value === notEnoughEvidence),
    outside:
      kind === 'grade'
        ? scale.values
            .filter(({ isOutside }) => isOutside)
            .map(({ key }) => ({ value: key, count: sum(tallies, (value) => value === key) }))
        : [],
    share: hasShare ? share(sum(answered, isWanted(kind, scale)), n) : undefined,
    quartiles:
      kind === 'number'
        ? quartiles(answered.map(({ value, count }) => ({ value: Number(value), count })))
        : undefined,
  }
}
