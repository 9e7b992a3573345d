/** Adds a follow-up note to a safety notice. Notes are never changed; a correction is another note. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { FieldFault } from '../errors.ts'
import { hashOf } from '../events/event-hash.ts'
import { recordEvent } from '../events/record-event.ts'
import { openNotice } from './open-notice.ts'
import { wordsFault } from './rules/check-words.ts'
import { insertEntry } from './story-store.ts'

/** @throws FieldFault `words`; as openNotice */
export const addSafetyNote = (
  ctx: Context,
  input: { readonly noticeId: string; readonly words: string }
): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    const { notice, personId } = await openNotice(tx, input.noticeId, 'note')
    const fault = wordsFault(input.words, 'Write the note')
    if (fault) throw new FieldFault('words', fault)
    const words = input.words.trim()
    await insertEntry(tx.db, {
      id: tx.ids(),
      noticeId: notice.id,
      kind: 'noted',
      now: tx.now,
      by: personId,
      words,
    })
    recordEvent(tx, {
      type: 'safety_notice.noted',
      subjectId: notice.id,
      details: { hash: hashOf(words) },
    })
  })
