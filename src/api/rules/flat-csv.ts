/** The rows of a list as a flat table, in CSV or JSON: the same columns on every page, whatever the rows hold. */
import { stringify } from 'csv-stringify/sync'
import type { DistributionRow, MeasureRow } from './figure-rows.ts'

type Cell = string | number | boolean | null | undefined
/** Columns in the order of the file. */
export type Columns<Row> = Readonly<Record<string, (row: Row) => Cell>>

/** `green: 3; amber: 2`. */
export const listed = (counts: Readonly<Record<string, string | number>>): string =>
  Object.entries(counts)
    .map(([key, count]) => `${key}: ${count}`)
    .join('; ')

/** CSV with a header. Text that a spreadsheet would run as a formula gets an apostrophe in front. */
export const flatCsv = <Row>(rows: readonly Row[], columns: Columns<Row>): string =>
  stringify(
    rows.map((row) =>
      Object.values(columns).map((cell) => {
        const value = cell(row) ?? ''
        return typeof value === 'boolean' ? String(value) : value
      })
    ),
    { header: true, columns: Object.keys(columns), escape_formulas: true }
  )

/** The same columns as records of plain values: nothing to expand, numbers as numbers, and null where there is nothing. */
export const flatRows = <Row>(
  rows: readonly Row[],
  columns: Columns<Row>
): Readonly<Record<string, string | number | boolean | null>>[] =>
  rows.map((row) =>
    Object.fromEntries(
      Object.entries(columns).map(([name, cell]) => {
        const value = cell(row)
        return [name, value === undefined || value === '' ? null : value]
      })
    )
  )

const isFourGrade = (row: DistributionRow) => row.scale === 'four_grade'
const grade = (key: string) => (row: DistributionRow) =>
  isFourGrade(row) ? (row.counts[key] ?? 0) : ''

export const distributionColumns: Columns<DistributionRow> = {
  theme: (row) => row.theme,
  item: (row) => row.item,
  round: (row) => row.round,
  round_id: (row) => row.roundId,
  round_kind: (row) => row.roundKind,
  round_date: (row) => row.roundDate,
  n: (row) => row.n,
  outstanding: grade('outstanding'),
  good: grade('good'),
  requires_improvement: grade('requires_improvement'),
  inadequate: grade('inadequate'),
  not_applicable: (row) => row.notApplicable,
  not_enough_evidence: (row) => row.notEnoughEvidence,
  good_or_better: (row) => row.goodOrBetter?.count,
  good_or_better_percent: (row) => row.goodOrBetter?.percent,
  low: (row) => row.goodOrBetter?.low,
  high: (row) => row.goodOrBetter?.high,
  scale: (row) => row.scale,
  other_scale_counts: (row) => (isFourGrade(row) ? '' : listed({ ...row.counts, ...row.outside })),
  theme_title: (row) => row.themeTitle,
  item_title: (row) => row.itemTitle,
}

export const measureColumns: Columns<MeasureRow> = {
  theme: (row) => row.theme,
  item: (row) => row.item,
  round: (row) => row.round,
  round_id: (row) => row.roundId,
  round_kind: (row) => row.roundKind,
  round_date: (row) => row.roundDate,
  kind: (row) => row.kind,
  n: (row) => row.n,
  yes: (row) => (row.kind === 'yes_no' ? row.values.yes : ''),
  no: (row) => (row.kind === 'yes_no' ? row.values.no : ''),
  yes_percent: (row) => (row.kind === 'yes_no' ? row.yes.percent : ''),
  low: (row) => (row.kind === 'yes_no' ? row.yes.low : ''),
  high: (row) => (row.kind === 'yes_no' ? row.yes.high : ''),
  median: (row) => (row.kind === 'number' ? row.median : ''),
  lower_quartile: (row) => (row.kind === 'number' ? row.lowerQuartile : ''),
  upper_quartile: (row) => (row.kind === 'number' ? row.upperQuartile : ''),
  min: (row) => (row.kind === 'number' ? row.min : ''),
  max: (row) => (row.kind === 'number' ? row.max : ''),
  multiple: (row) => (row.kind === 'category' ? row.multiple : ''),
  choices: (row) => (row.kind === 'category' ? listed(row.values) : ''),
  theme_title: (row) => row.themeTitle,
  item_title: (row) => row.itemTitle,
}
