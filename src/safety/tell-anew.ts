/**
 * A reopened notice begins as a new one does: it goes at once to whoever the line and the QA leads are now, and goes up
 * unless somebody of the line acknowledges it again. Earlier acknowledgements stay in its story.
 */
import type { TransactionContext } from '../db/transaction.ts'
import { notify } from '../notices/notify.ts'
import { firstAddressees, type Line } from './rules/addressees.ts'
import { insertAddressees, listAcknowledged, type Notice, restartClock } from './store.ts'
import { insertEntry } from './story-store.ts'

/** Called in the transaction of the reopening. @returns how many were told */
export const tellAnew = async (
  tx: TransactionContext,
  notice: Pick<Notice, 'id' | 'auditorId' | 'caseReference'>,
  line: Line
): Promise<number> => {
  for (const { personId, at } of await listAcknowledged(tx.db, notice.id)) {
    await insertEntry(tx.db, {
      id: tx.ids(),
      noticeId: notice.id,
      kind: 'acknowledged',
      now: at,
      by: personId,
    })
  }
  const first = firstAddressees(line, notice.auditorId)
  await restartClock(tx.db, notice.id, { level: first.level, now: tx.now })
  await insertAddressees(tx.db, notice.id, first.addressees, tx.now)
  const by = tx.actor.kind === 'user' ? tx.actor.id : ''
  const told = await notify(tx, {
    // Whoever reopens it has seen it; the rest have not, whatever they acknowledged before.
    to: first.addressees.map(({ personId }) => personId).filter((id) => id !== by),
    kind: 'safety_notice_reopened',
    about: { kind: 'safety_notice', id: notice.id },
    reference: notice.caseReference,
    stands: true,
  })
  return told.length
}
