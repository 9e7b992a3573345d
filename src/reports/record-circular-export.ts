/** Records that a learning circular left as a file. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { recordEvent } from '../events/record-event.ts'

export const recordCircularExport = (
  ctx: Context,
  input: { readonly circularId: string; readonly format: 'docx' }
): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    recordEvent(tx, {
      type: 'circular.exported',
      subjectId: input.circularId,
      details: { format: input.format },
    })
  })
