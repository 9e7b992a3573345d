/**
 * Names who acts for somebody while they are away: the person themself, or somebody in charge on their behalf, which is
 * recorded. Both are told. May not be so: src/people/rules/cover.ts.
 */
import { type Context, inTransaction } from '../db/transaction.ts'
import { FieldFault, NotFound, WrongState } from '../errors.ts'
import { recordEvent } from '../events/record-event.ts'
import { notify } from '../notices/notify.ts'
import { type Account, lockPersonAccount } from '../people/account-store.ts'
import { insertCover, listCoversBy, listCoversFor } from '../people/cover-store.ts'
import { type CoverPerson, coverFaults, rolesThatCover } from '../people/rules/cover.ts'
import { londonDate } from '../people/rules/london-date.ts'

export interface SetCoverInput {
  /** Who is away. */
  readonly personId: string
  readonly coverId: string
  /** London dates, both included. */
  readonly fromOn: string
  readonly toOn: string
}

export const CLOSED = 'This account is closed, so nobody can cover for it.'

export const NOTHING_TO_COVER =
  'This account has no role that raises or answers practice alerts, so nobody can cover for it.'

const asCoverPerson = ({ id, isActive, roles }: Account): CoverPerson => ({
  id,
  isActive: isActive === 1,
  roles,
})

/**
 * @returns the id of the cover
 * @throws NotFound for a person who is not there; WrongState when the account is closed or has nothing to cover
 * @throws FieldFault `coverId`, `fromOn` or `toOn`, the first that is wrong
 */
export const setCover = (ctx: Context, input: SetCoverInput): Promise<string> =>
  inTransaction(ctx, async (tx) => {
    const { personId, coverId, fromOn, toOn } = input
    const today = londonDate(tx.now)
    // Held, so that of two covers for the same days the second sees the first.
    const away = await lockPersonAccount(tx.db, personId)
    if (!away) throw new NotFound('No such person')
    if (away.isActive === 0) throw new WrongState(CLOSED)
    if (rolesThatCover(away.roles).length === 0) throw new WrongState(NOTHING_TO_COVER)
    const cover = coverId === personId ? away : await lockPersonAccount(tx.db, coverId)
    const faults = coverFaults(
      { fromOn, toOn },
      { away: asCoverPerson(away), cover: cover && asCoverPerson(cover) },
      await listCoversFor(tx.db, personId, today),
      await listCoversFor(tx.db, coverId, today),
      await listCoversBy(tx.db, personId, today),
      today
    )
    const [fault] = Object.entries(faults)
    if (fault) throw new FieldFault(...fault)
    const id = tx.ids()
    const by = tx.actor.kind === 'user' ? tx.actor.id : null
    await insertCover(tx.db, { id, personId, coverId, fromOn, toOn, now: tx.now, by })
    recordEvent(tx, {
      type: 'person.cover_set',
      subjectId: personId,
      details: { coverId, fromOn, toOn, onBehalf: by !== personId },
    })
    const about = { kind: 'person', id: personId } as const
    await notify(tx, {
      to: [coverId],
      kind: 'cover_given',
      about,
      reference: away.name,
      dueOn: toOn,
    })
    await notify(tx, {
      to: [personId],
      kind: 'cover_set',
      about,
      reference: cover?.name,
      dueOn: toOn,
    })
    return id
  })
