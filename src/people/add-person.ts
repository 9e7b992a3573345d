/** Adds an account. Without a password the person sets one through a link (make-password-link.ts). */
import { toKey } from '../db/columns.ts'
import { type Context, inTransaction } from '../db/transaction.ts'
import { FieldFault } from '../errors.ts'
import { recordEvent } from '../events/record-event.ts'
import { findAccountByEmail, insertMembership } from './account-store.ts'
import { londonDate } from './rules/london-date.ts'
import type { Role } from './rules/permissions.ts'
import { insertPerson } from './store.ts'

export interface AddPersonInput {
  readonly email: string
  readonly name: string
  readonly jobTitle: string
  readonly roles: readonly Role[]
  readonly teamId: string | null
  /** From password-hash.ts; null until the person sets one. */
  readonly passwordHash: string | null
}

/**
 * @returns the new person's id
 * @throws FieldFault `email` when the address already has an account
 */
export const addPerson = (ctx: Context, input: AddPersonInput): Promise<string> =>
  inTransaction(ctx, async (tx) => {
    const emailKey = toKey(input.email)
    const id = tx.ids()
    // The address is unique in the database: of two who invite the same person at once, one is told.
    if (!(await insertPerson(tx.db, { ...input, id, emailKey, isActive: 1, now: tx.now }))) {
      const known = await findAccountByEmail(tx.db, input.email)
      throw new FieldFault(
        'email',
        known?.isActive === 0
          ? `${input.email} belongs to ${known.name}, who left. Reactivate that account instead`
          : `${input.email} already has an account`
      )
    }
    if (input.teamId !== null) {
      await insertMembership(tx.db, {
        id: tx.ids(),
        personId: id,
        teamId: input.teamId,
        sinceOn: londonDate(tx.now),
        now: tx.now,
        by: tx.actor.kind === 'user' ? tx.actor.id : null,
      })
    }
    recordEvent(tx, {
      type: 'person.added',
      subjectId: id,
      details: { roles: [...input.roles], teamId: input.teamId },
    })
    return id
  })
