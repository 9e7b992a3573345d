/** A person has read one of their notices, or wants it among the unread again. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { NotFound, NotTheirs } from '../errors.ts'
import { recordEvent } from '../events/record-event.ts'
import { findNotice, setRead } from './store.ts'

export interface MarkNoticeReadInput {
  readonly noticeId: string
  readonly isRead: boolean
}

/**
 * Marking twice changes nothing. What stands above the pages stays until it is cleared, read or not.
 * @returns the notice as it was
 * @throws NotFound, or NotTheirs when it was sent to somebody else
 */
export const markNoticeRead = (ctx: Context, input: MarkNoticeReadInput) =>
  inTransaction(ctx, async (tx) => {
    const notice = await findNotice(tx.db, input.noticeId)
    if (!notice) throw new NotFound('No such notice')
    if (tx.actor.kind !== 'user' || notice.personId !== tx.actor.id) {
      throw new NotTheirs('No such notice')
    }
    if ((notice.readAt !== null) !== input.isRead) {
      await setRead(tx.db, notice.id, input.isRead ? tx.now : null)
      recordEvent(tx, {
        type: input.isRead ? 'notice.read' : 'notice.unread',
        subjectId: notice.id,
        details: {},
      })
    }
    return notice
  })
