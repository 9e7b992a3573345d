/** Records how the writing of an evidence pack ended: whole, or broken off because nobody took it any more. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { recordEvent } from '../events/record-event.ts'
import { EVIDENCE } from './evidence-store.ts'
import { type Download, noteProgress } from './export-progress-store.ts'

export interface EndedExport {
  readonly download: Download
  readonly rows: number
  readonly isWhole: boolean
  readonly done: number
  readonly total: number
}

export const endEvidenceExport = (ctx: Context, ended: EndedExport): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    const { download, rows, isWhole, done, total } = ended
    const state = isWhole ? 'whole' : 'broken_off'
    await noteProgress(tx.db, download, { state, done, total, changedAt: tx.now })
    recordEvent(tx, {
      type: 'evidence.export_ended',
      subjectId: EVIDENCE,
      details: { exportId: download.exportId, rows, isWhole },
    })
  })
