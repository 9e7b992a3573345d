/** Ends a cover before its last day, or calls off one that has not begun. Both are told. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { NotFound, WrongState } from '../errors.ts'
import { recordEvent } from '../events/record-event.ts'
import { notify } from '../notices/notify.ts'
import { findCover, markCoverEnded } from '../people/cover-store.ts'
import { londonDate } from '../people/rules/london-date.ts'

/**
 * Whose it is to end is the route's to ask.
 * @throws NotFound when there is none; WrongState when it is over already
 */
export const endCover = (ctx: Context, input: { readonly id: string }): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    const cover = await findCover(tx.db, input.id)
    if (!cover) throw new NotFound('No such cover')
    const by = tx.actor.kind === 'user' ? tx.actor.id : null
    const isOver = cover.toOn < londonDate(tx.now)
    if (isOver || !(await markCoverEnded(tx.db, cover.id, { now: tx.now, by }))) {
      throw new WrongState('This cover is over already.')
    }
    recordEvent(tx, {
      type: 'person.cover_ended',
      subjectId: cover.personId,
      details: { coverId: cover.coverId, hasLeft: false },
    })
    const about = { kind: 'person', id: cover.personId } as const
    await notify(tx, {
      to: [cover.coverId],
      kind: 'cover_given_ended',
      about,
      reference: cover.personName,
    })
    await notify(tx, {
      to: [cover.personId],
      kind: 'cover_ended',
      about,
      reference: cover.coverName,
    })
  })
