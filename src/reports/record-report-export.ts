/** Records that a report left as a file: who, in which format, for whom and under which filters. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { recordEvent } from '../events/record-event.ts'
import { changedNow } from './changed-now.ts'
import { insertExport } from './export-store.ts'
import type { ReportSettings } from './rules/report-settings.ts'

export type ReportFormat = 'docx' | 'xlsx' | 'csv' | 'alerts.csv' | 'json' | 'html'

export const recordReportExport = (
  ctx: Context,
  input: {
    readonly report: Pick<ReportSettings, 'audience' | 'teamId' | 'status' | 'kind'> & {
      readonly id: string
    }
    readonly format: ReportFormat
  }
): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    const { report, format } = input
    const filters = (['teamId', 'status', 'kind'] as const).filter((name) => report[name] !== null)
    await insertExport(tx.db, { id: tx.ids(), reportId: report.id, format }, changedNow(tx))
    recordEvent(tx, {
      type: 'report.exported',
      subjectId: report.id,
      details: { format, audience: report.audience, filters: [...filters] },
    })
  })
