/** Every number of a report by name, what adds up to what, and what a reader can put together from different lines. */

import { goodKeys } from './good-keys.ts'
import type { LineStory, PeriodLine } from './period-line.ts'
import type { Report, ReportMeasure } from './report.ts'
import type { CountTable } from './report-figures.ts'
import {
  cellId,
  countsOf,
  type EntryPlace,
  LINE_BELOW,
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
  /** Of rounds that are not the report's own, but stand in reports that were frozen before it. */
  readonly context?: Report | undefined
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
const entriesOf = ({ data, stories, context }: LedgerInput): Entry[] => {
  const found = new Map<string, Entry>()
  for (const entry of [...data.distributions, ...(context?.distributions ?? [])]) {
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

/**
 * Every number, and of those what some file of the report prints: its own rounds, its period, and grades of themes in the
 * periods that it compares with. Other counts are there to be kept, and to be held against frozen reports.
 */
export const ledgerOf = (input: LedgerInput): SuppressionInput => {
  const cells = new Map<string, number>()
  const figures = new Map<string, readonly string[]>()
  const entries = entriesOf(input)
  const own = new Set(input.data.distributions.map((entry) => sumId('n', entry)))
  const ownEntries = entries.filter((entry) => own.has(sumId('n', entry)))
  const printedCells: string[] = ownEntries.flatMap((entry) =>
    entry.counts.map(([value]) => cellId(entry, value))
  )
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
  for (const { label, counts } of input.rounds?.rows ?? []) {
    place([], label, Number(counts.done ?? 0))
  }
  for (const measure of [...input.data.measures, ...(input.context?.measures ?? [])]) {
    const counts = measured(measure)
    const ids = counts.map(([value, count]) => {
      cells.set(measureId(measure, value), count)
      return measureId(measure, value)
    })
    place(ids, measure.round, total(counts))
  }
  const assumed = sharedTotals(members, (id) => (cells.get(id) ?? 0) > 0)

  for (const measure of input.data.measures) {
    printedCells.push(...measured(measure).map(([value]) => measureId(measure, value)))
  }

  const printed = lines(input.stories).filter(isPrinted)
  // Of how many audits comes first: a share without its n is worth less than an n without its share.
  for (const line of printed) addShare(figures, line)
  // That nobody is says much. Then the largest first: what is left out for another's sake is the smallest.
  const countOf = (id: string) => cells.get(id) ?? 0
  for (const id of printedCells) if (countOf(id) === 0) figures.set(id, [id])
  for (const line of printed) addValues(figures, line)
  for (const id of printedCells.toSorted((a, b) => countOf(b) - countOf(a))) figures.set(id, [id])
  for (const entry of ownEntries) {
    const of = (values: readonly string[]) => values.map((value) => cellId(entry, value))
    figures.set(sumId('n', entry), of(entry.inN))
    figures.set(sumId('good', entry), of(entry.good))
  }
  for (const measure of input.data.measures) {
    const ids = measured(measure).map(([value]) => measureId(measure, value))
    if (ids.length > 0) figures.set(sumId('measured', measure), ids)
  }
  for (const [name, table] of Object.entries(input.tables)) addTable(name, table, cells, figures)
  const told = lines(input.stories).flatMap((line) =>
    line.period === 'now' ? [lineId(line, LINE_GOOD), lineId(line, LINE_BELOW)] : []
  )
  // Of a line whose grades cannot be kept apart, the two groups are printed.
  const loose = new Set(
    lines(input.stories).flatMap((line) =>
      line.rounds.length > 1
        ? Object.keys(line.distribution.counts).map((value) => lineId(line, value))
        : []
    )
  )
  return { cells, figures, assumed, told, loose }
}

/** The cells that a line adds up. */
const cellsOf = (line: PeriodLine, values: readonly string[]): string[] =>
  line.rounds.flatMap(({ name }) =>
    values.map((value) => cellId({ theme: line.theme, item: line.item, round: name }, value))
  )

/** Of items no file prints anything of other periods. */
const isPrinted = ({ item, period }: PeriodLine): boolean => item === null || period === 'now'

/** How many were graded, how many of them are not good or better, and how many are. */
const addShare = (figures: Map<string, readonly string[]>, line: PeriodLine): void => {
  const graded = Object.keys(line.distribution.counts)
  const good = line.scale.values.flatMap(({ key, isPositive }) => (isPositive ? [key] : []))
  const below = graded.filter((value) => !good.includes(value))
  figures.set(lineId(line, LINE_N), cellsOf(line, graded))
  figures.set(lineId(line, LINE_BELOW), cellsOf(line, below))
  figures.set(lineId(line, LINE_GOOD), cellsOf(line, good))
}

/** The grades alone: what is outside n stands by round. */
const addValues = (figures: Map<string, readonly string[]>, line: PeriodLine): void => {
  for (const value of Object.keys(line.distribution.counts)) {
    figures.set(lineId(line, value), cellsOf(line, [value]))
  }
}

const addTable = (
  name: string,
  { rows, total: sum }: CountTable,
  cells: Map<string, number>,
  figures: Map<string, readonly string[]>
): void => {
  const columns = Object.keys(rows[0]?.counts ?? {})
  for (const row of rows) {
    for (const column of columns) {
      const id = tableId(name, row.key, column)
      cells.set(id, Number(row.counts[column] ?? 0))
      figures.set(id, [id])
    }
  }
  const all = (keys: readonly string[], some: readonly string[]) =>
    keys.flatMap((key) => some.map((column) => tableId(name, key, column)))
  const keys = rows.map(({ key }) => key)
  for (const key of keys) figures.set(tableId(name, key, ''), all([key], columns))
  if (sum === undefined) return
  figures.set(tableId(name, ' total', ''), all(keys, columns))
  for (const column of columns) figures.set(tableId(name, ' total', column), all(keys, [column]))
}
