/** Distributions as CSV (contracts.md §8), for the report and for the results page; no figure is computed here. */
import { stringify } from 'csv-stringify/sync'
import type { ByGrade } from './distribution.ts'

/** "c" is suppressed, '' is not given (a percentage of very few). */
type Cell = number | 'c' | ''

/** One line. `item: null` is the theme grade. */
export type DistributionRow = {
  readonly theme: string
  readonly item: string | null
  readonly round: string
  readonly roundKind: string
  readonly roundDate: string
  readonly n: Cell
  readonly counts: ByGrade<Cell>
  readonly notApplicable: Cell
  readonly notEnoughEvidence: Cell
  /** The scale's key, where it is not the four grades. */
  readonly scale?: string | undefined
  readonly outside?: ByGrade<Cell> | undefined
  /** The version since which the question means what it means; given for all rows or for none. */
  readonly meaningSince?: string | undefined
  /** Null where nothing on the scale counts as good. */
  readonly goodOrBetter: {
    readonly count: Cell
    readonly percent: Cell
    readonly low: Cell
    readonly high: Cell
  } | null
}

const gradeCell = (row: DistributionRow, grade: string): Cell =>
  row.scale === undefined ? (row.counts[grade] ?? 0) : ''

/** Columns in the order of the file. */
const COLUMNS = {
  theme: (row) => row.theme,
  item: (row) => row.item ?? '',
  round: (row) => row.round,
  round_kind: (row) => row.roundKind,
  round_date: (row) => row.roundDate,
  n: (row) => row.n,
  outstanding: (row) => gradeCell(row, 'outstanding'),
  good: (row) => gradeCell(row, 'good'),
  requires_improvement: (row) => gradeCell(row, 'requires_improvement'),
  inadequate: (row) => gradeCell(row, 'inadequate'),
  not_applicable: (row) => row.notApplicable,
  not_enough_evidence: (row) => row.notEnoughEvidence,
  good_or_better: (row) => row.goodOrBetter?.count ?? '',
  good_or_better_percent: (row) => row.goodOrBetter?.percent ?? '',
  low: (row) => row.goodOrBetter?.low ?? '',
  high: (row) => row.goodOrBetter?.high ?? '',
} as const satisfies Record<string, (row: DistributionRow) => string | number>

/** A column for each value of the scales other than the four grades, at the end of the line: `rag_green`. */
const scaleColumns = (rows: readonly DistributionRow[]): string[] => [
  ...new Set(
    rows.flatMap(({ scale, counts, outside }) =>
      scale === undefined
        ? []
        : [...Object.keys(counts), ...Object.keys(outside ?? {})].map((key) => `${scale}_${key}`)
    )
  ),
]

const scaleCell = ({ scale, counts, outside }: DistributionRow, column: string): Cell => {
  if (scale === undefined || !column.startsWith(`${scale}_`)) return ''
  const key = column.slice(scale.length + 1)
  return counts[key] ?? outside?.[key] ?? ''
}

/**
 * CSV with a header. Text that a spreadsheet would run as a formula (it starts with `=`, `+`, `-`,
 * `@`, tab or carriage return) gets an apostrophe in front; numbers stay numbers. Rows on other scales leave the four
 * grades blank and have columns of their own at the end, which are there only when there are such rows.
 */
export const distributionCsv = (distributions: readonly DistributionRow[]): string => {
  const further = scaleColumns(distributions)
  const hasMeaning = distributions.some(({ meaningSince }) => meaningSince !== undefined)
  return stringify(
    distributions.map((row) => [
      ...Object.values(COLUMNS).map((cell) => cell(row)),
      ...(further.length === 0 ? [] : [row.scale ?? 'four_grade']),
      ...further.map((column) => scaleCell(row, column)),
      ...(hasMeaning ? [row.meaningSince ?? ''] : []),
    ]),
    {
      header: true,
      columns: [
        ...Object.keys(COLUMNS),
        ...(further.length === 0 ? [] : ['scale', ...further]),
        ...(hasMeaning ? ['meaning_since'] : []),
      ],
      escape_formulas: true,
    }
  )
}
