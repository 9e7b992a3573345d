/** Every number of a report by name, what adds up to what, and what a reader can put together from different lines. */

import { goodKeys } from './good-keys.ts'
import type { LineStory, PeriodLine } from './period-line.ts'
import type { Report, ReportMeasure } from './report.ts'
import type { CountTable } from './report-figures.ts'
import {
  cellId,
  countsOf,
  type EntryPlace,
  LINE_GOOD,
  LINE_N,
  lineId,
  measureId,
  sumId,
  tableId,
  wholeEntry,
} from './report-ids.ts'
import type { SuppressionInput } from './suppression.ts'

export type LedgerInput = {
  readonly data: Report
  readonly stories: readonly LineStory[]
  /** By name. */
  readonly tables: Readonly<Record<string, CountTable>>
  /** The table that has the audits of each round, if there is one; its rows are named for rounds. */
  readonly rounds?: CountTable | undefined
}

type Entry = EntryPlace & {
  readonly counts: readonly (readonly [string, number])[]
  readonly inN: readonly string[]
  readonly good: readonly string[]
}

const lines = (stories: readonly LineStory[]): PeriodLine[] =>
  stories.flatMap((story) => Object.values(story.lines))

/** Each theme and item in each round, once: those of the report's own rounds, and those it compares them with. */
const entriesOf = ({ data, stories }: LedgerInput): Entry[] => {
  const found = new Map<string, Entry>()
  for (const entry of data.distributions) {
    const { theme, item, round } = entry
    found.set(sumId('n', entry), {
      ...{ theme, item, round },
      counts: countsOf(wholeEntry(entry)),
      inN: Object.keys(entry.counts),
      good: goodKeys(entry),
    })
  }
  for (const line of lines(stories)) {
    for (const { name, distribution } of line.rounds) {
      const place = { theme: line.theme, item: line.item, round: name }
      if (found.has(sumId('n', place))) continue
      found.set(sumId('n', place), {
        ...place,
        counts: countsOf(distribution),
        inN: Object.keys(distribution.counts),
        good: line.scale.values.flatMap(({ key, isPositive }) => (isPositive ? [key] : [])),
      })
    }
  }
  return [...found.values()]
}

/** Counts of a measure; a number has only its n. Several choices are counted apart (external-report.ts). */
const measured = (measure: ReportMeasure): [string, number][] =>
  measure.kind === 'number'
    ? [['n', Number(measure.n)]]
    : measure.kind === 'category' && measure.multiple
      ? []
      : Object.entries(measure.values).map(([key, value]) => [key, Number(value)])

const total = (counts: readonly (readonly [string, number])[]): number =>
  counts.reduce((sum, [, count]) => sum + count, 0)

type Member = { readonly round: string; readonly ids: readonly string[]; readonly total: number }

const SMALL = 5

/**
 * Lines of one round that rest on the same number of audits: whoever learns it from one of them knows it for all. Where
 * it is small it stands nowhere, and only lines with many different counts say much about it.
 */
const sharedTotals = (members: readonly Member[], nonZero: (id: string) => boolean) =>
  [...Map.groupBy(members, ({ round, total }) => `${round}\u0000${total}`).values()].flatMap(
    (same) =>
      same.length < 2
        ? []
        : same
            .filter(({ ids, total }) => total > SMALL || ids.filter(nonZero).length > SMALL - 2)
            .map(({ ids }) => ids)
            .filter((ids) => ids.length > 1)
  )

export const ledgerOf = (input: LedgerInput): SuppressionInput => {
  const cells = new Map<string, number>()
  const sums = new Map<string, readonly string[]>()
  const entries = entriesOf(input)
  const members: Member[] = []
  const place = (ids: readonly string[], round: string, sum: number) =>
    members.push({ round, ids, total: sum })

  for (const entry of entries) {
    for (const [value, count] of entry.counts) cells.set(cellId(entry, value), count)
    place(
      entry.counts.map(([value]) => cellId(entry, value)),
      entry.round,
      total(entry.counts)
    )
  }
  for (const measure of input.data.measures) {
    const counts = measured(measure)
    const ids = counts.map(([value, count]) => {
      cells.set(measureId(measure, value), count)
      return measureId(measure, value)
    })
    place(ids, measure.round, total(counts))
    if (ids.length > 0) sums.set(sumId('measured', measure), ids)
  }
  for (const { label, counts } of input.rounds?.rows ?? []) {
    place([], label, Number(counts.done ?? 0))
  }

  // Grades of themes before items, and the line of the period before its rounds: what matters most is printed first.
  const byWeight = [true, false].flatMap((isTheme) => [
    ...lines(input.stories).filter(({ item }) => (item === null) === isTheme),
    ...entries.filter(({ item }) => (item === null) === isTheme),
  ])
  for (const one of byWeight) {
    if ('inN' in one) {
      sums.set(
        sumId('n', one),
        one.inN.map((value) => cellId(one, value))
      )
      sums.set(
        sumId('good', one),
        one.good.map((value) => cellId(one, value))
      )
    } else if (one.rounds.length > 1) addLine(sums, one)
  }
  const assumed = sharedTotals(members, (id) => (cells.get(id) ?? 0) > 0)
  for (const [name, table] of Object.entries(input.tables)) addTable(name, table, cells, sums)
  return { cells, sums, assumed }
}

const addLine = (sums: Map<string, readonly string[]>, line: PeriodLine): void => {
  const over = (values: readonly string[]) =>
    line.rounds.flatMap(({ name }) =>
      values.map((value) => cellId({ theme: line.theme, item: line.item, round: name }, value))
    )
  const graded = Object.keys(line.distribution.counts)
  const good = line.scale.values.flatMap(({ key, isPositive }) => (isPositive ? [key] : []))
  sums.set(lineId(line, LINE_N), over(graded))
  sums.set(lineId(line, LINE_GOOD), over(good))
  for (const [value] of countsOf(line.distribution)) sums.set(lineId(line, value), over([value]))
}

const addTable = (
  name: string,
  { rows, total: sum }: CountTable,
  cells: Map<string, number>,
  sums: Map<string, readonly string[]>
): void => {
  const columns = Object.keys(rows[0]?.counts ?? {})
  for (const row of rows) {
    for (const column of columns) {
      cells.set(tableId(name, row.key, column), Number(row.counts[column] ?? 0))
    }
  }
  const all = (keys: readonly string[], some: readonly string[]) =>
    keys.flatMap((key) => some.map((column) => tableId(name, key, column)))
  const keys = rows.map(({ key }) => key)
  for (const key of keys) sums.set(tableId(name, key, ''), all([key], columns))
  if (sum === undefined) return
  sums.set(tableId(name, ' total', ''), all(keys, columns))
  for (const column of columns) sums.set(tableId(name, ' total', column), all(keys, [column]))
}
