/** An administrator asks for a test message to themself, which takes the way of every other mail. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { WrongState } from '../errors.ts'
import { recordEvent } from '../events/record-event.ts'
import { findSwitch, insertMails } from './store.ts'
import { wakeSender } from './wake.ts'

/** @throws WrongState while mail is not set up */
export const askTestMail = (ctx: Context, personId: string): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    if (!(await findSwitch(tx.db))) {
      throw new WrongState('Mail is not set up: SMTP_URL is not set where Plumbline runs.')
    }
    await insertMails(tx.db, [
      {
        id: tx.ids(),
        personId,
        sort: 'test',
        state: 'waiting',
        isUrgent: 0,
        noticeId: null,
        label: null,
        path: null,
        reference: null,
        digestOn: null,
        now: tx.now,
      },
    ])
    recordEvent(tx, { type: 'mail.test_asked', subjectId: personId, details: {} })
    tx.transaction.afterCommit.push(wakeSender)
  })
