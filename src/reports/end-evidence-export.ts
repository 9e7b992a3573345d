/** Records how the writing of an evidence pack ended: whole, or broken off because nobody took it any more. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { recordEvent } from '../events/record-event.ts'
import { EVIDENCE } from './evidence-store.ts'

export const endEvidenceExport = (
  ctx: Context,
  input: { readonly exportId: string; readonly rows: number; readonly isWhole: boolean }
): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    recordEvent(tx, { type: 'evidence.export_ended', subjectId: EVIDENCE, details: { ...input } })
  })
