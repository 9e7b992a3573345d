/**
 * Grades for readers outside in two groups, good or better and below good: where most single grades are numbers from 1 to
 * 5, four columns of marks say less than two of figures. A share that is not printed is said to lie between two.
 */
import { FEWEST_FOR_SHARE, isShareShown } from '../../analytics/rules/small-numbers.ts'
import { fourGradeKey, type Scale } from '../../rubrics/rules/scale.ts'
import type { PrintedLine } from './report-figures.ts'
import type { BarPart, Cell, ModelColumn } from './report-model.ts'
import { rangeWords, shareRangeWords } from './share-range.ts'

const valuesOf = (scale: Scale) => scale.values.filter(({ isOutside }) => !isOutside)

export const goodTitle = (scale: Scale): string =>
  scale.key === fourGradeKey ? 'Good or better' : 'Counts as good'

const belowTitle = (scale: Scale): string =>
  scale.key === fourGradeKey ? 'Below good' : 'Does not count as good'

/** Where more than a third of the grades would be marks, or some can stand nowhere. */
export const isMostlyHidden = (lines: readonly PrintedLine[], scale: Scale): boolean => {
  if (!scale.values.some(({ isPositive }) => isPositive)) return false
  if (lines.some(({ hasGrades }) => hasGrades === false)) return true
  const cells = lines.flatMap(({ counts }) => valuesOf(scale).map(({ key }) => counts[key] ?? 0))
  return cells.filter((cell) => cell === 'c').length * 3 > cells.length
}

export const twoColumns = (scale: Scale): ModelColumn[] => [
  { title: 'What was graded', kind: 'text' },
  { title: 'n', kind: 'count' },
  { title: goodTitle(scale), kind: 'count' },
  { title: belowTitle(scale), kind: 'count' },
  { title: 'Share', kind: 'percent' },
  { title: '95% from', kind: 'share' },
  { title: '95% to', kind: 'share' },
]

type Shared = Pick<PrintedLine, 'n' | 'good' | 'between'>

export const nCell = ({ n, between }: Pick<Shared, 'n' | 'between'>): Cell =>
  n === 'c' && between ? rangeWords(between.n) : n

/** The share with its interval; of too few there is none. */
export const shareCells = ({ n, good, between }: Shared): Cell[] => {
  if (between) return [shareRangeWords(between, FEWEST_FOR_SHARE) ?? null, null, null]
  if (n !== 'c' && !isShareShown(n)) return [null, null, null]
  return [good?.percent ?? 'c', good?.low ?? 'c', good?.high ?? 'c']
}

/** Figures, or the two between which a figure lies. */
export const twoRow = (
  label: string,
  { n, good, below, between }: Pick<PrintedLine, 'n' | 'good' | 'below' | 'between'>
): Cell[] => {
  const counts: Cell[] = [nCell({ n, between }), good?.count ?? 'c', below ?? 'c']
  return [label, ...counts, ...shareCells({ n, good, between })]
}

export const twoNote = (scale: Scale): string =>
  scale.key === fourGradeKey
    ? 'The four grades are added up to two groups, good or better and below good, because too many of them would be c.'
    : 'The values of the scale are added up to two groups, because too many of them would be c.'

const isRange = (cell: Cell): boolean => typeof cell === 'string' && / to \d+%?$/.test(cell)

/** @param rows with the name of the row first */
export const rangeNotes = (rows: readonly (readonly Cell[])[]): string[] =>
  rows.some(([, ...cells]) => cells.some(isRange))
    ? ['Where n or a share is two numbers, it lies between them.']
    : []

/** The parts of a bar by grade; undefined where one of them is suppressed. */
export const partsOf = ({ counts }: PrintedLine, scale: Scale): BarPart[] | undefined => {
  const parts = valuesOf(scale).map(({ key, label, letter, colour }) => ({
    part: { label, letter, colour },
    count: counts[key],
  }))
  return parts.some(({ count }) => count === 'c')
    ? undefined
    : parts.map(({ part, count }) => ({ ...part, count: Number(count ?? 0) }))
}

/** The same in two groups, in the colours of the grades where they meet. */
export const twoParts = ({ good, below }: PrintedLine, scale: Scale): BarPart[] | undefined => {
  if (!good || good.count === 'c' || below === undefined || below === 'c') return undefined
  const values = valuesOf(scale)
  const [above, under] = [
    values.findLast(({ isPositive }) => isPositive),
    values.find(({ isPositive }) => !isPositive),
  ]
  return [
    {
      label: goodTitle(scale),
      letter: 'G+',
      colour: above?.colour ?? 'green',
      count: good.count,
    },
    {
      label: belowTitle(scale),
      letter: 'B',
      colour: under?.colour ?? 'amber',
      count: below,
    },
  ]
}
