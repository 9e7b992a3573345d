/** Records somebody whom the auditor rang or went to see about a child who may not be safe. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { hashOf } from '../events/event-hash.ts'
import { recordEvent } from '../events/record-event.ts'
import { openNotice } from './open-notice.ts'
import { checkTold, type ToldFaults, type TypedTold } from './rules/check-told.ts'
import { insertTold } from './store.ts'

export interface RecordToldInput extends TypedTold {
  readonly noticeId: string
}

export type RecordedTold =
  | { readonly ok: true }
  | { readonly ok: false; readonly faults: ToldFaults }

/**
 * @returns `ok: false` with what is wrong, by field, and nothing written
 * @throws as openNotice
 */
export const recordTold = (ctx: Context, input: RecordToldInput): Promise<RecordedTold> =>
  inTransaction(ctx, async (tx): Promise<RecordedTold> => {
    const { notice, access, personId } = await openNotice(tx, input.noticeId, 'tell')
    const read = checkTold(input, {
      now: tx.now,
      startedAt: notice.startedAt ?? notice.openedAt,
      people: access.people,
    })
    if (!read.ok) return read
    const id = tx.ids()
    await insertTold(tx.db, { ...read.told, id, noticeId: notice.id, now: tx.now, by: personId })
    recordEvent(tx, {
      type: 'safety_notice.told',
      subjectId: notice.id,
      details: { toldId: id, hash: hashOf(read.told) },
    })
    return { ok: true }
  })
