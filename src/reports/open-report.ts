/** A draft held for change; what every verb that changes a report begins with. */
import type { TransactionContext } from '../db/transaction.ts'
import { NotFound, WrongState } from '../errors.ts'
import { lockReport, type StoredReport } from './report-store.ts'
import { notDraftNext, notDraftWords } from './rules/report-state-words.ts'

/**
 * @throws NotFound when there is no such report
 * @throws WrongState when it is frozen or discarded: whatever was sent is not stored, and the page shows it
 */
export const openReport = async (
  tx: TransactionContext,
  reportId: string
): Promise<StoredReport> => {
  const report = await lockReport(tx.db, reportId)
  if (!report) throw new NotFound('No such report')
  const refusal = notDraftWords(report)
  if (refusal !== undefined) throw new WrongState(refusal, notDraftNext(report))
  return report
}
