/** Ends one session of a person, or all of them, on behalf of an administrator: a lost laptop, a shared machine. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { recordEvent } from '../events/record-event.ts'
import { endOneSession } from './account-store.ts'
import { endAllSessions } from './store.ts'

/**
 * @param input.sessionId left out for all of them
 * @returns how many were ended; one that has ended meanwhile, or is another person's, counts nothing
 */
export const endSessions = (
  ctx: Context,
  input: { readonly personId: string; readonly sessionId?: string | undefined }
): Promise<number> =>
  inTransaction(ctx, async (tx) => {
    const { personId, sessionId } = input
    const sessions =
      sessionId === undefined
        ? await endAllSessions(tx.db, personId, tx.now)
        : await endOneSession(tx.db, { sessionId, personId, now: tx.now })
    if (sessions > 0) {
      recordEvent(tx, { type: 'person.sessions_ended', subjectId: personId, details: { sessions } })
    }
    return sessions
  })
