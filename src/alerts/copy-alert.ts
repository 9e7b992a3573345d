/** Records that a copy of an alert was made for the record of one of its children. Laying it out is its route's. */
import { toInstant } from '../db/columns.ts'
import { type Context, inTransaction } from '../db/transaction.ts'
import { recordEvent } from '../events/record-event.ts'
import { hasAlertCopySince, insertAlertCopy } from './copy-store.ts'

/** A page that is loaded again while it is being printed is one copy; every file is one. */
const ONE_PRINT_MINUTES = 15

export interface CopyAlertInput {
  readonly alertId: string
  readonly caseId: string
  readonly format: 'print' | 'docx'
  readonly personId: string
}

/** @returns false when the same page to print was made by the same person just before */
export const copyAlert = (ctx: Context, input: CopyAlertInput): Promise<boolean> =>
  inTransaction(ctx, async (tx) => {
    const since = toInstant(new Date(Date.parse(tx.now) - ONE_PRINT_MINUTES * 60_000))
    if (input.format === 'print' && (await hasAlertCopySince(tx.db, input, since))) return false
    await insertAlertCopy(tx.db, { ...input, id: tx.ids(), now: tx.now })
    recordEvent(tx, {
      type: 'alert.copied',
      subjectId: input.alertId,
      details: { format: input.format, caseId: input.caseId },
    })
    return true
  })
