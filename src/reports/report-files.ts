/** The formats in which a report leaves the product, each laid out from the one model. */
import { distributionCsv } from '../analytics/rules/distribution-csv.ts'
import type { WordsByPlace } from './rules/final-words.ts'
import { reportJson } from './rules/report-json.ts'
import type { ReportModel } from './rules/report-model.ts'

export type WrittenReport = {
  readonly model: ReportModel
  readonly words: WordsByPlace
  readonly number: number | null
}

export type ReportFileFormat = {
  readonly key: 'docx' | 'xlsx' | 'csv' | 'json' | 'html'
  readonly label: string
  readonly type: string
  readonly write: (report: WrittenReport) => Promise<string | Uint8Array<ArrayBuffer>>
}

export const writtenFormats: readonly ReportFileFormat[] = [
  {
    key: 'csv',
    label: 'CSV: distributions by round',
    type: 'text/csv; charset=utf-8',
    write: async ({ model }) => distributionCsv(model.data.distributions),
  },
  {
    key: 'json',
    label: 'JSON',
    type: 'application/json; charset=utf-8',
    write: async (report) => `${JSON.stringify(reportJson(report), null, 2)}\n`,
  },
]

/** `report-3-2026-04-01.csv`; of a draft `report-draft-…`. Files are listed and mailed, so it says no more. */
export const reportFileName = (
  report: { readonly number: number | null; readonly from: string },
  format: string
): string => `report-${report.number ?? 'draft'}-${report.from}.${format}`
