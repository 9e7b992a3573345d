/** Changes what a draft is about: its period, audience, filters and chapters. Words stay with their figures. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { Conflict } from '../errors.ts'
import { recordEvent } from '../events/record-event.ts'
import { changedNow } from './changed-now.ts'
import { openReport } from './open-report.ts'
import { type StoredReport, updateReport } from './report-store.ts'
import { changerWords } from './rules/changer-words.ts'
import type { ReportSettings } from './rules/report-settings.ts'

const settingFields = [
  'title',
  'audience',
  'from',
  'to',
  'teamId',
  'status',
  'kind',
  'chapters',
] as const satisfies readonly (keyof ReportSettings)[]

/** @throws NotFound, WrongState as openReport; Conflict when somebody changed the report after the page was opened */
export const changeReport = (
  ctx: Context,
  input: {
    readonly reportId: string
    readonly settings: ReportSettings
    readonly revision: number
  }
): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    const report = await openReport(tx, input.reportId)
    const fields = settingFields.filter(
      (field) => JSON.stringify(report[field]) !== JSON.stringify(input.settings[field])
    )
    if (fields.length === 0) return
    if (report.revision !== input.revision) {
      throw new Conflict<StoredReport>(
        `${changerWords(changedNow(tx).by, { id: report.changedById, name: report.changedBy })} changed this report after you opened the page.`,
        report
      )
    }
    await updateReport(tx.db, report.id, input.settings, changedNow(tx))
    recordEvent(tx, { type: 'report.changed', subjectId: report.id, details: { fields } })
  })
