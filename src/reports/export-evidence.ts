/** Records that an evidence pack leaves: who took which, with how much in it. The file is made by its route. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { recordEvent } from '../events/record-event.ts'
import { EVIDENCE, type ExportDetails } from './evidence-store.ts'
import { beginProgress, type Download } from './export-progress-store.ts'

/** @param watched a file that is written while it is taken, with how much there is to write */
export const exportEvidence = (
  ctx: Context,
  details: ExportDetails,
  watched?: { readonly download: Download; readonly total: number }
): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    if (watched) await beginProgress(tx.db, watched.download, { total: watched.total, at: tx.now })
    recordEvent(tx, {
      type: 'evidence.exported',
      subjectId: EVIDENCE,
      details: { ...details, themes: [...details.themes] },
    })
  })
