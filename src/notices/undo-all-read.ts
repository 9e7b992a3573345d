/** A person takes back that all their notices are read: those that were unread until then are so again. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { NotTheirs } from '../errors.ts'
import { recordEvent } from '../events/record-event.ts'
import { setUnreadSince } from './store.ts'

/** @param input.at the instant at which they were marked @returns how many are unread again */
export const undoAllRead = (ctx: Context, input: { readonly at: string }): Promise<number> =>
  inTransaction(ctx, async (tx) => {
    if (tx.actor.kind !== 'user') throw new NotTheirs('Only a person has notices')
    const count = await setUnreadSince(tx.db, tx.actor.id, input.at)
    if (count > 0) {
      recordEvent(tx, { type: 'notice.all_unread', subjectId: tx.actor.id, details: { count } })
    }
    return count
  })
