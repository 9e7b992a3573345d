/**
 * Somebody of the line leaves while safety notices are with them: each that nobody else has acknowledged goes up a step
 * at once. One that only they had acknowledged, and that is not decided on, counts as not acknowledged again.
 */
import { type Context, inTransaction } from '../db/transaction.ts'
import { forgetAcknowledgement, listNoticesOfLeaver } from './leaver-store.ts'
import { takeUpNotice } from './take-up-notice.ts'

/**
 * @param ctx once the account of `personId` is closed, so that they stand nowhere in the line
 * @returns how many went up
 */
export const passOnNotices = (
  ctx: Context,
  input: { readonly personId: string }
): Promise<number> =>
  inTransaction(ctx, async (tx) => {
    let passedOn = 0
    for (const notice of await listNoticesOfLeaver(tx.db, input.personId)) {
      await forgetAcknowledgement(tx.db, notice.id, input.personId)
      if (await takeUpNotice(tx, notice, 'left')) passedOn += 1
    }
    return passedOn
  })
