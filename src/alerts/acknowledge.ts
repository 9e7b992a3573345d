/** What acknowledging does to an alert: who has seen it, whether its clock stops, and what no longer stands above pages. */
import type { TransactionContext } from '../db/transaction.ts'
import { clearStanding } from '../notices/clear-standing.ts'
import { listPeopleWithRoles } from '../safety/line-store.ts'
import { stopClock } from './immediate-store.ts'
import type { OpenAlert } from './open-alert.ts'
import { markAcknowledged } from './party-store.ts'
import { stopsTheClock } from './rules/immediate-risk.ts'
import { withCover } from './with-cover.ts'

/** @returns false when all for whom the person acts had acknowledged it before */
export const acknowledge = async (
  tx: TransactionContext,
  {
    alert,
    addressees,
    covers,
    personId,
  }: Pick<OpenAlert, 'alert' | 'addressees' | 'covers' | 'personId'>
): Promise<boolean> => {
  const about = { kind: 'alert', id: alert.id } as const
  // Whoever acknowledges for people who are away acknowledges for all of them.
  const seenFor = addressees.filter(
    (each) => each.isCurrent && (each.personId === personId || covers.includes(each.personId))
  )
  let isNew = false
  for (const each of seenFor) {
    if (await markAcknowledged(tx.db, alert.id, each.personId, tx.now)) isNew = true
  }
  const done = [personId, ...seenFor.map((each) => each.personId)]
  if (alert.acknowledgedAt === null && seenFor.some(stopsTheClock)) {
    await stopClock(tx.db, alert.id, personId, tx.now)
    // Those who only watch have nothing to acknowledge: for them it is over now.
    const watchers = (await listPeopleWithRoles(tx.db))
      .filter(({ roles }) => roles.includes('iro_manager') || roles.includes('qa_lead'))
      .map(({ id }) => id)
    const current = addressees.filter((each) => each.isCurrent).map((each) => each.personId)
    const asked = await withCover(tx, current, null)
    done.push(
      ...(await withCover(tx, [alert.raisedBy, ...watchers], null)).filter(
        (id) => !asked.includes(id)
      )
    )
  }
  for (const each of new Set(done)) await clearStanding(tx, { about, personId: each })
  return isNew
}
