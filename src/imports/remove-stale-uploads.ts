/** A job: throws away uploaded files that nobody confirmed or looked at for two days. They may hold personal data. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { recordEvent } from '../events/record-event.ts'
import { deleteUpload, listStaleUploads } from './upload-store.ts'

const KEPT_MS = 2 * 24 * 60 * 60 * 1000

/** @returns how many were thrown away */
export const removeStaleUploads = (ctx: Context): Promise<number> =>
  inTransaction(ctx, async (tx) => {
    const before = new Date(Date.parse(tx.now) - KEPT_MS).toISOString()
    const stale = await listStaleUploads(tx.db, before)
    for (const { id, purpose } of stale) {
      await deleteUpload(tx.db, id)
      recordEvent(tx, { type: 'upload.discarded', subjectId: id, details: { purpose } })
    }
    return stale.length
  })
