/** Adds an account and makes the link through which its person sets a password. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { FieldFault } from '../errors.ts'
import { type AddPersonInput, addPerson } from '../people/add-person.ts'
import { checkTeamChoice } from '../people/check-team-choice.ts'
import { makePasswordLink } from '../people/make-password-link.ts'

/**
 * @returns the person's id and the link's path, which is shown once and known to nobody afterwards
 * @throws FieldFault `email` (has an account, or had one and left), `roles` (none), `teamId` (not open)
 */
export const invitePerson = (
  ctx: Context,
  input: Omit<AddPersonInput, 'passwordHash'>
): Promise<{ readonly id: string; readonly path: string; readonly expiresAt: string }> =>
  inTransaction(ctx, async (tx) => {
    if (input.roles.length === 0) throw new FieldFault('roles', 'Choose at least one role')
    await checkTeamChoice(tx, input.teamId)
    const id = await addPerson(tx, { ...input, passwordHash: null })
    return { id, ...(await makePasswordLink(tx, id)) }
  })
