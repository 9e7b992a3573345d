/** Records that a program read a list: one event a token, list and 15 minutes, so that a walk of pages is one line. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { recordEvent } from '../events/record-event.ts'
import { periodOf } from '../people/rules/read-period.ts'
import { isMarkedRead, markRead } from '../people/store.ts'

export interface TokenReadInput {
  readonly tokenId: string
  readonly list: string
  readonly withText: boolean
}

export const recordTokenRead = async (ctx: Context, input: TokenReadInput): Promise<void> => {
  const { tokenId, list, withText } = input
  const mark = { personId: tokenId, subjectId: `api:${list}`, period: periodOf(ctx.now) }
  // Most pages of a walk are repeats, and a repeat should not cost a write.
  if (await isMarkedRead(ctx.db, mark)) return
  await inTransaction(ctx, async (tx) => {
    if (await markRead(tx.db, mark)) {
      recordEvent(tx, { type: 'token.read', subjectId: tokenId, details: { list, withText } })
    }
  })
}
