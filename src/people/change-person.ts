/** Changes an account: name, email address, job title, roles and team. What the person has done before stays as it was. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { Conflict, FieldFault, NotFound } from '../errors.ts'
import { recordEvent } from '../events/record-event.ts'
import {
  type Account,
  findAccountByEmail,
  insertMembership,
  lockPersonAccount,
  replaceRoles,
  updatePerson,
} from './account-store.ts'
import { checkTeamChoice } from './check-team-choice.ts'
import { keepOneAdministrator } from './keep-one-administrator.ts'
import { londonDate } from './rules/london-date.ts'
import type { Role } from './rules/permissions.ts'

export interface ChangePersonInput {
  readonly personId: string
  /** The revision that the form was made with. */
  readonly revision: number
  readonly name: string
  readonly email: string
  readonly jobTitle: string
  readonly roles: readonly Role[]
  readonly teamId: string | null
  /** London date since when they are in another team; today unless given. */
  readonly teamSinceOn?: string | undefined
}

const differing = (before: Account, input: ChangePersonInput): string[] => {
  const fields: string[] = (['name', 'email', 'jobTitle', 'teamId'] as const).filter(
    (field) => before[field] !== input[field]
  )
  const same = before.roles.toSorted().join() === [...new Set(input.roles)].toSorted().join()
  return same ? fields : [...fields, 'roles']
}

/**
 * @returns the fields that were changed
 * @throws Conflict when somebody saved after `revision`; `current` is the {@link Account} as stored
 * @throws FieldFault `email` (another account's), `roles` (none, or the last administrator), `teamId` (not open) or
 *   `teamSince` (in the future)
 */
export const changePerson = (
  ctx: Context,
  input: ChangePersonInput
): Promise<{ readonly fields: readonly string[] }> =>
  inTransaction(ctx, async (tx) => {
    const before = await lockPersonAccount(tx.db, input.personId)
    if (!before) throw new NotFound('No such person')
    if (before.revision !== input.revision) {
      throw new Conflict<Account>('Somebody else changed this account after you opened it.', before)
    }
    const fields = differing(before, input)
    if (fields.length === 0) return { fields }

    if (input.roles.length === 0) throw new FieldFault('roles', 'Choose at least one role')
    const other = await findAccountByEmail(tx.db, input.email)
    if (other && other.id !== before.id) {
      throw new FieldFault('email', `${input.email} is the address of ${other.name}’s account`)
    }
    if (before.roles.includes('administrator') && !input.roles.includes('administrator')) {
      await keepOneAdministrator(tx, before.id)
    }
    const todayOn = londonDate(tx.now)
    const sinceOn = input.teamSinceOn ?? todayOn
    if (fields.includes('teamId')) {
      await checkTeamChoice(tx, input.teamId)
      if (sinceOn > todayOn) {
        throw new FieldFault(
          'teamSince',
          'Enter today’s date or an earlier one: the move takes effect as soon as it is saved'
        )
      }
      await insertMembership(tx.db, {
        id: tx.ids(),
        personId: before.id,
        teamId: input.teamId,
        sinceOn,
        now: tx.now,
        by: tx.actor.kind === 'user' ? tx.actor.id : null,
      })
    }
    await updatePerson(tx.db, { ...input, id: before.id })
    if (fields.includes('roles')) await replaceRoles(tx.db, before.id, input.roles)
    recordEvent(tx, {
      type: 'person.changed',
      subjectId: before.id,
      details: {
        fields,
        ...(fields.includes('roles') ? { roles: [...input.roles] } : {}),
        ...(fields.includes('teamId') ? { teamId: input.teamId } : {}),
      },
    })
    return { fields }
  })
