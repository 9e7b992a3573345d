/**
 * A job: removes notices that were read and are older than the council keeps them, and the record of old mail. Notices
 * that stand are kept.
 */
import { type Context, inTransaction } from '../db/transaction.ts'
import { recordEvent } from '../events/record-event.ts'
import { removeOldMail } from '../mail/remove-old-mail.ts'
import { readSetting } from '../settings/read-setting.ts'
import { deleteReadBefore } from './store.ts'

const DAY_MS = 86_400_000

/** @returns how many notices were removed */
export const removeOldNotices = (ctx: Context): Promise<number> =>
  inTransaction(ctx, async (tx) => {
    await removeOldMail(tx)
    const days = await readSetting(tx.db, 'notice_keep_days')
    const before = new Date(Date.parse(tx.now) - days * DAY_MS).toISOString()
    const count = await deleteReadBefore(tx.db, before)
    if (count > 0) {
      recordEvent(tx, { type: 'notice.old_removed', subjectId: 'council', details: { count } })
    }
    return count
  })
