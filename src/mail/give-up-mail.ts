/** An administrator gives up a mail that fails: it is not sent any more. The notice in the product stays. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { NotFound } from '../errors.ts'
import { recordEvent } from '../events/record-event.ts'
import { findFailing, markGivenUp } from './admin-store.ts'

/** @throws NotFound when it does not fail, or there is none */
export const giveUpMail = (ctx: Context, mailId: string): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    const mail = await findFailing(tx.db, mailId)
    if (!mail || !(await markGivenUp(tx.db, mailId, tx.now))) throw new NotFound('No such mail')
    recordEvent(tx, {
      type: 'mail.given_up',
      subjectId: mailId,
      details: { attempts: mail.attempts },
    })
  })
