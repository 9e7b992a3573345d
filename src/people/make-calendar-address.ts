/** Makes the address at which a person's calendar program finds their due dates. A new one ends the one before. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { recordEvent } from '../events/record-event.ts'
import { findCalendarFeed, putCalendarFeed } from './calendar-store.ts'
import { newToken, tokenHash } from './tokens.ts'

/** @returns the path with its token, to be put after PUBLIC_URL; shown once, stored hashed */
export const makeCalendarAddress = (ctx: Context, personId: string): Promise<string> =>
  inTransaction(ctx, async (tx) => {
    const before = await findCalendarFeed(tx.db, personId)
    const token = newToken()
    await putCalendarFeed(tx.db, { personId, tokenHash: tokenHash(token), madeAt: tx.now })
    recordEvent(tx, {
      type: 'person.calendar_made',
      subjectId: personId,
      details: { replaced: before !== undefined },
    })
    return `/calendar/${token}.ics`
  })
