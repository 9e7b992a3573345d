/** What is chosen of a report before its figures are read: the period, for whom, what it is narrowed to, and its chapters. */
import type { Audience } from './report.ts'
import type { ChapterKey } from './report-model.ts'

export type ReportSettings = {
  readonly title: string
  readonly audience: Audience
  readonly from: string
  readonly to: string
  readonly teamId: string | null
  readonly status: string | null
  readonly kind: string | null
  readonly chapters: readonly ChapterKey[]
}
