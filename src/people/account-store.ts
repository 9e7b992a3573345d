/** The SQL of keeping accounts: one person as stored, changing them, their roles, teams, sessions and links. */
import { toKey } from '../db/columns.ts'
import type { Db } from '../db/schema.ts'
import type { Role } from './rules/permissions.ts'

/** One account as an administrator sees it. */
export interface Account {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly jobTitle: string
  readonly teamId: string | null
  readonly teamName: string | null
  readonly isActive: 0 | 1
  readonly hasPassword: boolean
  readonly createdAt: string
  readonly leftAt: string | null
  readonly revision: number
  readonly roles: readonly Role[]
}

const selectAccount = (db: Db) =>
  db
    .selectFrom('person')
    .leftJoin('team', 'team.id', 'person.team_id')
    .leftJoin('person_role', 'person_role.person_id', 'person.id')
    .select([
      'person.id as id',
      'person.email as email',
      'person.name as name',
      'person.job_title as jobTitle',
      'person.team_id as teamId',
      'team.name as teamName',
      'person.is_active as isActive',
      'person.password_hash as passwordHash',
      'person.created_at as createdAt',
      'person.left_at as leftAt',
      'person.revision as revision',
      'person_role.role as role',
    ])
    .orderBy('person_role.role')

type AccountRow = Awaited<ReturnType<ReturnType<typeof selectAccount>['execute']>>[number]

const toAccounts = (rows: readonly AccountRow[]): Account[] =>
  [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((same) => {
    const [first] = same
    if (!first) return []
    const { passwordHash, role: _role, ...person } = first
    return {
      ...person,
      hasPassword: passwordHash !== null,
      roles: same.flatMap(({ role }) => (role === null ? [] : [role as Role])),
    }
  })

export const findPersonAccount = async (db: Db, id: string): Promise<Account | undefined> =>
  toAccounts(await selectAccount(db).where('person.id', '=', id).execute())[0]

/** Every account, open or closed, for comparing a file with. */
export const listAccounts = async (db: Db): Promise<Account[]> =>
  toAccounts(await selectAccount(db).orderBy('person.name_key').orderBy('person.id').execute())

/** The same, held until the transaction ends: of two people changing it the second sees what the first has done. */
export const lockPersonAccount = async (db: Db, id: string): Promise<Account | undefined> => {
  await db
    .updateTable('person')
    .set((eb) => ({ revision: eb.ref('revision') }))
    .where('id', '=', id)
    .execute()
  return findPersonAccount(db, id)
}

/** @param email as typed; case and spaces around it make no difference */
export const findAccountByEmail = async (db: Db, email: string) =>
  db
    .selectFrom('person')
    .select(['id', 'name', 'is_active as isActive'])
    .where('email_key', '=', toKey(email))
    .executeTakeFirst()

export const updatePerson = (
  db: Db,
  person: Pick<Account, 'id' | 'email' | 'name' | 'jobTitle' | 'teamId'>
) =>
  db
    .updateTable('person')
    .set((eb) => ({
      email: person.email,
      email_key: toKey(person.email),
      name: person.name,
      name_key: toKey(person.name),
      job_title: person.jobTitle,
      team_id: person.teamId,
      revision: eb('revision', '+', 1),
    }))
    .where('id', '=', person.id)
    .execute()

/** Closes (with the instant) or opens (with null) the account. */
export const setLeft = (db: Db, personId: string, leftAt: string | null) =>
  db
    .updateTable('person')
    .set((eb) => ({
      is_active: leftAt === null ? 1 : 0,
      left_at: leftAt,
      revision: eb('revision', '+', 1),
    }))
    .where('id', '=', personId)
    .execute()

export const replaceRoles = async (db: Db, personId: string, roles: readonly Role[]) => {
  await db
    .deleteFrom('person_role')
    .where('person_id', '=', personId)
    .where('role', 'not in', roles)
    .execute()
  await db
    .insertInto('person_role')
    .values(roles.map((role) => ({ person_id: personId, role })))
    .onConflict((oc) => oc.doNothing())
    .execute()
}

/**
 * Whoever is an administrator with an open account, held until the transaction ends. Two administrators who remove each
 * other come one after the other, and the second finds themselves alone.
 */
export const lockAdministrators = async (db: Db): Promise<string[]> => {
  await db
    .updateTable('person_role')
    .set((eb) => ({ role: eb.ref('role') }))
    .where('role', '=', 'administrator')
    .execute()
  const rows = await db
    .selectFrom('person_role')
    .innerJoin('person', 'person.id', 'person_role.person_id')
    .select('person.id as id')
    .where('person_role.role', '=', 'administrator')
    .where('person.is_active', '=', 1)
    .execute()
  return rows.map(({ id }) => id)
}

export const insertMembership = (
  db: Db,
  row: {
    id: string
    personId: string
    teamId: string | null
    sinceOn: string
    now: string
    by: string | null
  }
) =>
  db
    .insertInto('team_membership')
    .values({
      id: row.id,
      person_id: row.personId,
      team_id: row.teamId,
      since_on: row.sinceOn,
      recorded_at: row.now,
      recorded_by: row.by,
    })
    .execute()

/** The teams a person has been in, newest first. */
export const listMemberships = (db: Db, personId: string) =>
  db
    .selectFrom('team_membership')
    .leftJoin('team', 'team.id', 'team_membership.team_id')
    .select(['team.name as teamName', 'team_membership.since_on as sinceOn'])
    .where('team_membership.person_id', '=', personId)
    .orderBy('team_membership.since_on', 'desc')
    .orderBy('team_membership.id', 'desc')
    .execute()

/** Sessions that nobody has ended, latest seen first; whether one is idle too long is the session clock's to say. */
export const listOpenSessions = (db: Db, personId: string, now: string) =>
  db
    .selectFrom('session')
    .select(['id', 'created_at as createdAt', 'seen_at as seenAt', 'expires_at as expiresAt'])
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('seen_at', 'desc')
    .execute()

/** The newest link of a person, spent or not. */
export const findNewestLink = (db: Db, personId: string) =>
  db
    .selectFrom('password_link')
    .select(['created_at as createdAt', 'expires_at as expiresAt', 'used_at as usedAt'])
    .where('person_id', '=', personId)
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst()

/** Ends one session of a person; another person's id ends nothing. */
export const endOneSession = async (
  db: Db,
  at: { sessionId: string; personId: string; now: string }
): Promise<number> => {
  const { numUpdatedRows } = await db
    .updateTable('session')
    .set({ ended_at: at.now })
    .where('id', '=', at.sessionId)
    .where('person_id', '=', at.personId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}
