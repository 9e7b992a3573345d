/** Removes the record of mail that was sent, or settled otherwise, longer ago than the council keeps it. */
import type { TransactionContext } from '../db/transaction.ts'
import { recordEvent } from '../events/record-event.ts'
import { readSetting } from '../settings/read-setting.ts'
import { deleteSettledBefore } from './store.ts'

const DAY_MS = 86_400_000

/** Part of the job that removes old notices. @returns how many were removed */
export const removeOldMail = async (tx: TransactionContext): Promise<number> => {
  const days = await readSetting(tx.db, 'mail_keep_days')
  const before = new Date(Date.parse(tx.now) - days * DAY_MS).toISOString()
  const count = await deleteSettledBefore(tx.db, before)
  if (count > 0) {
    recordEvent(tx, { type: 'mail.old_removed', subjectId: 'council', details: { count } })
  }
  return count
}
