/** Ends a person's calendar address: from now on it is not found. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { recordEvent } from '../events/record-event.ts'
import { deleteCalendarFeed } from './calendar-store.ts'

/** Removing what is not there does nothing. */
export const removeCalendarAddress = (ctx: Context, personId: string): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    if (await deleteCalendarFeed(tx.db, personId)) {
      recordEvent(tx, { type: 'person.calendar_removed', subjectId: personId, details: {} })
    }
  })
