/** Somebody to whom a notice went says that they have seen it. Somebody of the line stops it from going further up. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { recordEvent } from '../events/record-event.ts'
import { clearStanding } from '../notices/clear-standing.ts'
import { openNotice } from './open-notice.ts'
import { stopsTheClock } from './rules/addressees.ts'
import { findAddressee, markAcknowledged, stopClock } from './store.ts'

/** Doing it again changes nothing. @throws as openNotice */
export const acknowledgeSafetyNotice = (
  ctx: Context,
  input: { readonly noticeId: string }
): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    const { notice, personId } = await openNotice(tx, input.noticeId, 'acknowledge')
    const addressee = await findAddressee(tx.db, notice.id, personId)
    await clearStanding(tx, { about: { kind: 'safety_notice', id: notice.id }, personId })
    if (!addressee || addressee.acknowledgedAt !== null) return
    await markAcknowledged(tx.db, notice.id, personId, tx.now)
    const stopsClock = stopsTheClock(addressee, notice.auditorId)
    if (stopsClock) await stopClock(tx.db, notice.id, personId, tx.now)
    recordEvent(tx, {
      type: 'safety_notice.acknowledged',
      subjectId: notice.id,
      details: { stopsClock },
    })
  })
