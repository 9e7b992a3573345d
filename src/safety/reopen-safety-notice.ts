/** Opens a closed safety notice again, with the reason. What was told and decided stays; it must be told, acknowledged and decided anew. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { FieldFault, WrongState } from '../errors.ts'
import { hashOf } from '../events/event-hash.ts'
import { recordEvent } from '../events/record-event.ts'
import { openNotice } from './open-notice.ts'
import { wordsFault } from './rules/check-words.ts'
import { findNoticeOfAudit, moveNotice } from './store.ts'
import { insertEntry } from './story-store.ts'
import { tellAnew } from './tell-anew.ts'

/**
 * @throws WrongState also when the audit has a newer notice; FieldFault `words`; as openNotice
 */
export const reopenSafetyNotice = (
  ctx: Context,
  input: { readonly noticeId: string; readonly words: string }
): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    const { notice, access, step, personId } = await openNotice(tx, input.noticeId, 'reopen')
    const newest = await findNoticeOfAudit(tx.db, notice.auditId)
    if (newest && newest.id !== notice.id) {
      throw new WrongState('The audit has a newer safety notice. Go on with that one.')
    }
    const fault = wordsFault(input.words, 'Say why the notice is reopened')
    if (fault) throw new FieldFault('words', fault)
    const words = input.words.trim()
    await moveNotice(tx.db, notice.id, { state: step.to, closedAt: null })
    await insertEntry(tx.db, {
      id: tx.ids(),
      noticeId: notice.id,
      kind: 'reopened',
      now: tx.now,
      by: personId,
      words,
    })
    const told = await tellAnew(tx, notice, access.line)
    recordEvent(tx, {
      type: 'safety_notice.reopened',
      subjectId: notice.id,
      details: { reasonHash: hashOf(words), told },
    })
  })
