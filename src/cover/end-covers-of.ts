/**
 * When an account closes, its covers end, on either side: nobody acts for a leaver, and a leaver for nobody. When its
 * roles change, those end that could not be set with the new roles.
 */
import { type Context, inTransaction } from '../db/transaction.ts'
import { recordEvent } from '../events/record-event.ts'
import { notify } from '../notices/notify.ts'
import { findPersonAccount } from '../people/account-store.ts'
import { listCoversBy, listCoversFor, markCoverEnded } from '../people/cover-store.ts'
import { hasFittingRoles } from '../people/rules/cover.ts'
import { londonDate } from '../people/rules/london-date.ts'

/** The other one of each is told. @returns how many ended */
export const endCoversOf = (
  ctx: Context,
  input: { readonly personId: string; readonly hasLeft: boolean }
): Promise<number> =>
  inTransaction(ctx, async (tx) => {
    const { personId, hasLeft } = input
    const today = londonDate(tx.now)
    const by = tx.actor.kind === 'user' ? tx.actor.id : null
    const covers = [
      ...(await listCoversFor(tx.db, personId, today)),
      ...(await listCoversBy(tx.db, personId, today)),
    ]
    const rolesOf = async (id: string) => (await findPersonAccount(tx.db, id))?.roles ?? []
    let ended = 0
    for (const cover of covers) {
      const fits = hasFittingRoles(await rolesOf(cover.personId), await rolesOf(cover.coverId))
      if (!hasLeft && fits) continue
      ended += 1
      await markCoverEnded(tx.db, cover.id, { now: tx.now, by })
      recordEvent(tx, {
        type: 'person.cover_ended',
        subjectId: cover.personId,
        details: { coverId: cover.coverId, hasLeft },
      })
      const isAway = cover.personId === personId
      await notify(tx, {
        to: [isAway ? cover.coverId : cover.personId],
        kind: isAway ? 'cover_given_ended' : 'cover_ended',
        about: { kind: 'person', id: cover.personId },
        reference: isAway ? cover.personName : cover.coverName,
      })
    }
    return ended
  })
