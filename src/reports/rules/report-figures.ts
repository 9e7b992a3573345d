/** Every number of a report before it is laid out: what the chapters are made from, and what suppression works on. */

import type { SharePrinted } from './key-sentence.ts'
import type { LineStory, Periods } from './period-line.ts'
import type { FrozenSums } from './printed-sums.ts'
import type { Figure, Report } from './report.ts'
import type { ShareRange } from './share-range.ts'

/** A distribution as it may be printed: the same whether for inside or outside. */
export type PrintedLine = SharePrinted & {
  readonly counts: Readonly<Record<string, Figure>>
  readonly percent: Readonly<Record<string, Figure>>
  /** Graded, and not good or better: only for readers outside, who are shown it in the place of four grades. */
  readonly below?: Figure | undefined
  /** False where the grades stand nowhere, not even as marks. */
  readonly hasGrades?: boolean | undefined
  /** Where the share is not printed: between what it lies, as the printed figures say. */
  readonly between?: ShareRange | undefined
}

/** One row of a table of counts that add up to its total. */
export type CountRow = {
  readonly key: string
  readonly label: string
  readonly total: Figure
  readonly counts: Readonly<Record<string, Figure>>
}

/** Rows of one kind; `total` adds the rows up, column by column. */
export type CountTable = {
  readonly rows: readonly CountRow[]
  readonly total: CountRow | undefined
}

export type ThemeName = {
  readonly title: string
  readonly items: ReadonlyMap<string, string>
}

export type ReportFigures = {
  readonly periods: Periods
  readonly stories: readonly LineStory[]
  /** Of actions, by when they were set: done in time, done late, open and late, open. */
  readonly actions: CountTable
  readonly safety: CountTable
  /** Practice alerts raised in the period by kind, and the concerns resolved in it. */
  readonly alerts: CountTable
  readonly alertsResolved: CountTable
  /** Audits of the rolling year and of the period, by team and by status. */
  readonly teams: CountTable
  readonly statuses: CountTable
  /** Rounds of the period: done, and not done. */
  readonly rounds: CountTable
  /** Audits done in the smallest round of the rolling year that has any; 0 where there is none. */
  readonly smallestRound: number
  readonly data: Report
  /** Other rounds that frozen reports have counted, and what those have printed: only for readers outside. */
  readonly context?: Report | undefined
  readonly frozen?: readonly FrozenSums[] | undefined
  /** For readers outside: shares of measures that are not printed, by the name of their n. */
  readonly between?: ReadonlyMap<string, ShareRange> | undefined
}
