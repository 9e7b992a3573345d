/** A person has read all their notices. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { NotTheirs } from '../errors.ts'
import { recordEvent } from '../events/record-event.ts'
import { setAllRead } from './store.ts'

/** @returns how many were unread */
export const markAllRead = (ctx: Context): Promise<number> =>
  inTransaction(ctx, async (tx) => {
    if (tx.actor.kind !== 'user') throw new NotTheirs('Only a person has notices')
    const count = await setAllRead(tx.db, tx.actor.id, tx.now)
    if (count > 0) {
      recordEvent(tx, { type: 'notice.all_read', subjectId: tx.actor.id, details: { count } })
    }
    return count
  })
