/** When an account closes, its covers end, on either side: nobody acts for a leaver, and a leaver for nobody. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { recordEvent } from '../events/record-event.ts'
import { notify } from '../notices/notify.ts'
import { listCoversBy, listCoversFor, markCoverEnded } from '../people/cover-store.ts'
import { londonDate } from '../people/rules/london-date.ts'

/** The other one of each is told. @returns how many ended */
export const endCoversOfLeaver = (
  ctx: Context,
  input: { readonly personId: string }
): Promise<number> =>
  inTransaction(ctx, async (tx) => {
    const { personId } = input
    const today = londonDate(tx.now)
    const by = tx.actor.kind === 'user' ? tx.actor.id : null
    const covers = [
      ...(await listCoversFor(tx.db, personId, today)),
      ...(await listCoversBy(tx.db, personId, today)),
    ]
    for (const cover of covers) {
      await markCoverEnded(tx.db, cover.id, { now: tx.now, by })
      recordEvent(tx, {
        type: 'person.cover_ended',
        subjectId: cover.personId,
        details: { coverId: cover.coverId, hasLeft: true },
      })
      const isAway = cover.personId === personId
      await notify(tx, {
        to: [isAway ? cover.coverId : cover.personId],
        kind: isAway ? 'cover_given_ended' : 'cover_ended',
        about: { kind: 'person', id: cover.personId },
        reference: isAway ? cover.personName : cover.coverName,
      })
    }
    return covers.length
  })
