/** A person chooses how they get mail of their notices; what has not left yet follows the choice. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { recordEvent } from '../events/record-event.ts'
import type { MailChoice } from './rules/choice.ts'
import { dropUnsent, findChoice, releaseHeld, upsertChoice } from './store.ts'
import { wakeSender } from './wake.ts'

/** What is urgent is mailed at once under every choice. @returns true when it was another before */
export const chooseMail = (
  ctx: Context,
  input: { readonly personId: string; readonly choice: MailChoice }
): Promise<boolean> =>
  inTransaction(ctx, async (tx) => {
    const { personId, choice } = input
    if ((await findChoice(tx.db, personId)) === choice) return false
    await upsertChoice(tx.db, personId, choice, tx.now)
    if (choice === 'at_once') {
      await releaseHeld(tx.db, personId, tx.now)
      tx.transaction.afterCommit.push(wakeSender)
    }
    if (choice === 'none') await dropUnsent(tx.db, personId, tx.now)
    recordEvent(tx, { type: 'mail.choice_changed', subjectId: personId, details: { choice } })
    return true
  })
