/** Records that an evidence pack leaves: who took which, with how much in it. The file is made by its route. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { recordEvent } from '../events/record-event.ts'
import { EVIDENCE, type ExportDetails } from './evidence-store.ts'

export const exportEvidence = (ctx: Context, details: ExportDetails): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    recordEvent(tx, {
      type: 'evidence.exported',
      subjectId: EVIDENCE,
      details: { ...details, themes: [...details.themes] },
    })
  })
