/** Closes a safety notice once it has been decided, with the reason. Never done by the auditor. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { FieldFault, WrongState } from '../errors.ts'
import { hashOf } from '../events/event-hash.ts'
import { recordEvent } from '../events/record-event.ts'
import { clearStanding } from '../notices/clear-standing.ts'
import { openNotice } from './open-notice.ts'
import { wordsFault } from './rules/check-words.ts'
import { findNoticeOfAudit, moveNotice } from './store.ts'
import { insertEntry } from './story-store.ts'

/**
 * @throws FieldFault `words`; WrongState also while nobody is recorded as told; as openNotice
 */
export const closeSafetyNotice = (
  ctx: Context,
  input: { readonly noticeId: string; readonly words: string }
): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    const { notice, step, personId } = await openNotice(tx, input.noticeId, 'close')
    const newest = await findNoticeOfAudit(tx.db, notice.auditId)
    if (step.mustBeTold && newest?.told === 0) {
      throw new WrongState('Nobody is recorded as told yet. Record whom you rang, then close it.')
    }
    const fault = wordsFault(input.words, 'Say why the notice is closed')
    if (fault) throw new FieldFault('words', fault)
    const words = input.words.trim()
    await moveNotice(tx.db, notice.id, { state: step.to, closedAt: tx.now })
    await insertEntry(tx.db, {
      id: tx.ids(),
      noticeId: notice.id,
      kind: 'closed',
      now: tx.now,
      by: personId,
      words,
    })
    await clearStanding(tx, { about: { kind: 'safety_notice', id: notice.id } })
    recordEvent(tx, {
      type: 'safety_notice.closed',
      subjectId: notice.id,
      details: { reasonHash: hashOf(words) },
    })
  })
