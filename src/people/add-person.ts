/** Adds an account. Without a password the person sets one through a link (make-password-link.ts). */
import { toKey } from '../db/columns.ts'
import { type Context, inTransaction } from '../db/transaction.ts'
import { FieldFault } from '../errors.ts'
import { recordEvent } from '../events/record-event.ts'
import type { Role } from './rules/permissions.ts'
import { findAccount, insertPerson } from './store.ts'

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
    if (await findAccount(tx.db, emailKey)) {
      throw new FieldFault('email', `${input.email} already has an account`)
    }
    const id = tx.ids()
    await insertPerson(tx.db, { ...input, id, emailKey, isActive: 1, now: tx.now })
    recordEvent(tx, {
      type: 'person.added',
      subjectId: id,
      details: { roles: [...input.roles], teamId: input.teamId },
    })
    return id
  })
