/** A frozen report as it is stored: its whole model and its words, as one text whose hash says that nobody changed it. */
import type { PrintedSums } from './printed-sums.ts'
import type { ReportModel, WrittenWords } from './report-model.ts'

export type FrozenContent = {
  readonly format: 1
  readonly number: number
  /** The report that it replaces, and why. */
  readonly replaces: number | null
  readonly reason: string | null
  readonly frozenAt: string
  /** Of a report for outside: others of some of the same days, and why it was frozen beside them. */
  readonly overlaps?: { readonly numbers: readonly number[]; readonly reason: string } | undefined
  /** Of a report for outside: what it prints, for those that come after it. */
  readonly printed?: PrintedSums | undefined
  readonly model: ReportModel
  readonly words: Readonly<Record<string, WrittenWords>>
}

export const frozenText = (content: FrozenContent): string => JSON.stringify(content)

/** The text is always our own, written by {@link frozenText}. */
export const readFrozen = (text: string): FrozenContent => JSON.parse(text) as FrozenContent
