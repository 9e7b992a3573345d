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
  readonly goodOrBetter: {
    readonly count: Cell
    readonly percent: Cell
    readonly low: Cell
    readonly high: Cell
  }
}

/** Columns in the order of the file. */
const COLUMNS = {
  theme: (row) => row.theme,
  item: (row) => row.item ?? '',
  round: (row) => row.round,
  round_kind: (row) => row.roundKind,
  round_date: (row) => row.roundDate,
  n: (row) => row.n,
  outstanding: (row) => row.counts.outstanding,
  good: (row) => row.counts.good,
  requires_improvement: (row) => row.counts.requires_improvement,
  inadequate: (row) => row.counts.inadequate,
  not_applicable: (row) => row.notApplicable,
  not_enough_evidence: (row) => row.notEnoughEvidence,
  good_or_better: (row) => row.goodOrBetter.count,
  good_or_better_percent: (row) => row.goodOrBetter.percent,
  low: (row) => row.goodOrBetter.low,
  high: (row) => row.goodOrBetter.high,
} as const satisfies Record<string, (row: DistributionRow) => string | number>

/**
 * CSV with a header. Text that a spreadsheet would run as a formula (it starts with `=`, `+`, `-`,
 * `@`, tab or carriage return) gets an apostrophe in front; numbers stay numbers.
 */
export const distributionCsv = (distributions: readonly DistributionRow[]): string =>
  stringify(
    distributions.map((row) => Object.values(COLUMNS).map((cell) => cell(row))),
    { header: true, columns: Object.keys(COLUMNS), escape_formulas: true }
  )
