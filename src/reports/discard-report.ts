/** Puts a draft aside for good. Its words stay stored; nobody can change or freeze it any more. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { recordEvent } from '../events/record-event.ts'
import { changedNow } from './changed-now.ts'
import { openReport } from './open-report.ts'
import { discardRow } from './report-store.ts'

/** @throws NotFound, WrongState as openReport */
export const discardReport = (ctx: Context, input: { readonly reportId: string }): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    const report = await openReport(tx, input.reportId)
    await discardRow(tx.db, report.id, changedNow(tx))
    recordEvent(tx, { type: 'report.discarded', subjectId: report.id, details: {} })
  })
