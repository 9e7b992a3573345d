/** The head of service records what is decided about a child who may not be safe. A later decision stands beside it. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { Conflict, FieldFault } from '../errors.ts'
import { hashOf } from '../events/event-hash.ts'
import { recordEvent } from '../events/record-event.ts'
import { clearStanding } from '../notices/clear-standing.ts'
import { notify } from '../notices/notify.ts'
import { openNotice } from './open-notice.ts'
import { wordsFault } from './rules/check-words.ts'
import { markAcknowledged, moveNotice, type Notice, stopClock } from './store.ts'
import { insertEntry } from './story-store.ts'

export interface DecideInput {
  readonly noticeId: string
  readonly revision: number
  readonly words: string
  /** London date by which it is to be done. */
  readonly dueOn: string
}

/**
 * @throws FieldFault `words`; Conflict when somebody else moved the notice after `revision`; as openNotice
 */
export const decideSafetyNotice = (ctx: Context, input: DecideInput): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    const { notice, access, step, personId } = await openNotice(tx, input.noticeId, 'decide')
    if (notice.revision !== input.revision) {
      throw new Conflict<Notice>('Somebody else recorded something after you opened it.', notice)
    }
    const fault = wordsFault(input.words, 'Write what is decided')
    if (fault) throw new FieldFault('words', fault)
    await moveNotice(tx.db, notice.id, { state: step.to, closedAt: null })
    await insertEntry(tx.db, {
      id: tx.ids(),
      noticeId: notice.id,
      kind: 'decided',
      now: tx.now,
      by: personId,
      words: input.words.trim(),
      detail: access.standsIn ? 'stands_in' : '',
      dueOn: input.dueOn,
    })
    // Whoever decides has seen it: it goes no further up the line.
    await markAcknowledged(tx.db, notice.id, personId, tx.now)
    await stopClock(tx.db, notice.id, personId, tx.now)
    await clearStanding(tx, { about: { kind: 'safety_notice', id: notice.id }, personId })
    const told = [...(notice.auditorId === null ? [] : [notice.auditorId]), ...access.line.qaLeads]
    await notify(tx, {
      to: told.filter((id) => id !== personId),
      kind: 'safety_notice_decided',
      about: { kind: 'safety_notice', id: notice.id },
      reference: notice.caseReference,
    })
    recordEvent(tx, {
      type: 'safety_notice.decided',
      subjectId: notice.id,
      details: { hash: hashOf(input.words.trim()), standsIn: access.standsIn },
    })
  })
