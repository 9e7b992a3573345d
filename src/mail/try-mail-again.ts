/** An administrator has mail that fails tried at once, with its waits begun anew. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { NotFound } from '../errors.ts'
import { recordEvent } from '../events/record-event.ts'
import { makeDue } from './admin-store.ts'
import { wakeSender } from './wake.ts'

/**
 * @param mailId left out, all mail that fails
 * @returns how many will be tried
 * @throws NotFound when the one named does not fail, or is none
 */
export const tryMailAgain = (ctx: Context, mailId?: string): Promise<number> =>
  inTransaction(ctx, async (tx) => {
    const count = await makeDue(tx.db, mailId, tx.now)
    if (count === 0 && mailId !== undefined) throw new NotFound('No such mail')
    if (count > 0) {
      const subjectId = mailId ?? 'council'
      recordEvent(tx, { type: 'mail.tried_again', subjectId, details: { count } })
      tx.transaction.afterCommit.push(wakeSender)
    }
    return count
  })
