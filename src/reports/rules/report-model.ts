/**
 * A whole report as data: chapters, and in each its figures with a proposed sentence, a table and a chart. The page, Word,
 * Excel and JSON lay out this one model, so that no two of them can say different things. Frozen reports are stored as it.
 */

import type { Period } from './quarter.ts'
import type { Audience, Report } from './report.ts'

export const chapterKeys = [
  'summary',
  'practice',
  'changes',
  'measures',
  'coverage',
  'actions',
  'safety',
  'alerts',
  'method',
] as const

export type ChapterKey = (typeof chapterKeys)[number]

export const chapterTitles: Readonly<Record<ChapterKey, string>> = {
  summary: 'Summary',
  practice: 'How practice is',
  changes: 'What has changed',
  measures: 'Measures',
  coverage: 'Coverage',
  actions: 'What we said we would do, and did',
  safety: 'Safety notices',
  alerts: 'Practice alerts',
  method: 'How to read these figures',
}

/** How a column is written: `percent` is whole percent, `share` a fraction, `points` a difference of fractions. */
export type ColumnKind = 'text' | 'count' | 'percent' | 'share' | 'points'

/** `"c"` is a suppressed figure; null is nothing to show, such as a percentage of too few. */
export type Cell = string | number | null

export type ModelColumn = { readonly title: string; readonly kind: ColumnKind }

export type ModelTable = {
  readonly caption: string
  readonly columns: readonly ModelColumn[]
  readonly rows: readonly (readonly Cell[])[]
}

export type BarPart = {
  readonly label: string
  readonly letter: string
  readonly colour: string
  readonly count: number
}

export type ModelBar = {
  readonly label: string
  readonly n: number
  /** Best first; empty where there are too few for a share. */
  readonly parts: readonly BarPart[]
}

export type ModelChart = {
  readonly title: string
  readonly description: string
  readonly bars: readonly ModelBar[]
}

export type ModelFigure = {
  /** Stays the same from report to report: what was written under the figure is kept by it. */
  readonly key: string
  readonly title: string
  /** Proposed from the figures; one paragraph. */
  readonly proposed: string
  readonly chart?: ModelChart | undefined
  readonly table?: ModelTable | undefined
  readonly notes: readonly string[]
}

export type ModelChapter = {
  readonly key: ChapterKey
  readonly title: string
  readonly figures: readonly ModelFigure[]
  /** Where there is no figure: why. */
  readonly empty?: string | undefined
}

/** What was written: by place (`chapter/figure`), the sentence as edited and the words under the figure. */
export type WrittenWords = {
  readonly sentence: string | null
  readonly narrative: string
}

export type ReportModel = {
  readonly council: string
  readonly title: string
  readonly period: Period
  readonly periodWords: string
  readonly audience: Audience
  /** `Team: North 1`: what the figures are narrowed to, in words. */
  readonly filters: readonly string[]
  readonly chapters: readonly ModelChapter[]
  /** The figures by round, as contracts.md §8 has them. */
  readonly data: Report
}

export const placeOf = (chapter: ChapterKey, figure: string): string => `${chapter}/${figure}`
