/** Ends this session, or every session of the person on every machine. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { recordEvent } from '../events/record-event.ts'
import { endAllSessions, endSession } from './store.ts'

export interface SignOutInput {
  readonly personId: string
  readonly sessionId: string
  readonly everywhere: boolean
}

export const signOut = (ctx: Context, input: SignOutInput): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    const sessions = input.everywhere
      ? await endAllSessions(tx.db, input.personId, tx.now)
      : Number((await endSession(tx.db, input.sessionId, tx.now)).numUpdatedRows)
    recordEvent(tx, {
      type: 'person.signed_out',
      subjectId: input.personId,
      details: { sessions },
    })
  })
