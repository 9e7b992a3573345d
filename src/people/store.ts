/** The people feature's SQL: accounts, roles, teams, sessions, links and sign-in failures. */
import { toKey } from '../db/columns.ts'
import { prepared } from '../db/prepared.ts'
import type { Db } from '../db/schema.ts'
import type { Role } from './rules/permissions.ts'

export interface Person {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly jobTitle: string
  readonly teamId: string | null
  readonly isActive: 0 | 1
}

const personColumns = [
  'person.id as id',
  'person.email as email',
  'person.name as name',
  'person.job_title as jobTitle',
  'person.team_id as teamId',
  'person.is_active as isActive',
] as const

const sessionRows = prepared((db, value: { tokenHash: string }) =>
  db
    .selectFrom('session')
    .innerJoin('person', 'person.id', 'session.person_id')
    .leftJoin('person_role', 'person_role.person_id', 'person.id')
    .where('session.token_hash', '=', value.tokenHash)
    .select([
      ...personColumns,
      'session.id as sessionId',
      'session.seen_at as seenAt',
      'session.expires_at as expiresAt',
      'session.ended_at as endedAt',
      'person_role.role as role',
    ])
)

/** The session with its person and roles, one row a role. */
export const findSession = async (db: Db, tokenHash: string) => {
  const rows = await sessionRows(db, { tokenHash })
  const [first] = rows
  if (!first) return undefined
  const { sessionId, seenAt, expiresAt, endedAt, role: _role, ...person } = first
  return {
    session: { id: sessionId, seenAt, expiresAt, endedAt },
    person,
    roles: rows.flatMap((row) => (row.role ? [row.role as Role] : [])),
  }
}

/** Not an event and not a transaction: it only says that somebody is still there. */
export const touchSession = (db: Db, sessionId: string, now: string) =>
  db.updateTable('session').set({ seen_at: now }).where('id', '=', sessionId).execute()

export const insertSession = (
  db: Db,
  session: { id: string; tokenHash: string; personId: string; now: string; expiresAt: string }
) =>
  db
    .insertInto('session')
    .values({
      id: session.id,
      token_hash: session.tokenHash,
      person_id: session.personId,
      created_at: session.now,
      seen_at: session.now,
      expires_at: session.expiresAt,
      ended_at: null,
    })
    .execute()

export const endSession = (db: Db, sessionId: string, now: string) =>
  db
    .updateTable('session')
    .set({ ended_at: now })
    .where('id', '=', sessionId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()

export const endAllSessions = async (db: Db, personId: string, now: string): Promise<number> => {
  const result = await db
    .updateTable('session')
    .set({ ended_at: now })
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}

export const findSessionTimes = (db: Db, sessionId: string) =>
  db
    .selectFrom('session')
    .select(['seen_at as seenAt', 'expires_at as expiresAt', 'ended_at as endedAt'])
    .where('id', '=', sessionId)
    .executeTakeFirstOrThrow()

export const findTeamName = async (db: Db, teamId: string): Promise<string | undefined> =>
  (await db.selectFrom('team').select('name').where('id', '=', teamId).executeTakeFirst())?.name

export const findAccount = (db: Db, emailKey: string) =>
  db
    .selectFrom('person')
    .select([...personColumns, 'person.password_hash as passwordHash'])
    .where('email_key', '=', emailKey)
    .executeTakeFirst()

export const findPerson = (db: Db, id: string): Promise<Person | undefined> =>
  db.selectFrom('person').select(personColumns).where('id', '=', id).executeTakeFirst()

export const listRoles = async (db: Db, personId: string): Promise<Role[]> => {
  const rows = await db
    .selectFrom('person_role')
    .select('role')
    .where('person_id', '=', personId)
    .execute()
  return rows.map((row) => row.role as Role)
}

/** Active people by name, with the name of their team: for choosing an auditor or an owner. */
export const listActivePeople = (db: Db) =>
  db
    .selectFrom('person')
    .leftJoin('team', 'team.id', 'person.team_id')
    .select([...personColumns, 'team.name as teamName'])
    .where('person.is_active', '=', 1)
    .orderBy('person.name')
    .orderBy('person.id')
    .execute()

/** @returns false when the address is another account's; nothing is written then */
export const insertPerson = async (
  db: Db,
  person: Person & {
    emailKey: string
    passwordHash: string | null
    now: string
    roles: readonly Role[]
  }
): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('person')
    .values({
      id: person.id,
      email: person.email,
      email_key: person.emailKey,
      name: person.name,
      job_title: person.jobTitle,
      team_id: person.teamId,
      password_hash: person.passwordHash,
      is_active: person.isActive,
      created_at: person.now,
      name_key: toKey(person.name),
      left_at: null,
    })
    .onConflict((oc) => oc.column('email_key').doNothing())
    .executeTakeFirst()
  if ((numInsertedOrUpdatedRows ?? 0n) === 0n) return false
  if (person.roles.length > 0) {
    await db
      .insertInto('person_role')
      .values(person.roles.map((role) => ({ person_id: person.id, role })))
      .execute()
  }
  return true
}

export const setPasswordHash = (db: Db, personId: string, passwordHash: string) =>
  db.updateTable('person').set({ password_hash: passwordHash }).where('id', '=', personId).execute()

export const insertPasswordLink = (
  db: Db,
  link: { tokenHash: string; personId: string; now: string; expiresAt: string }
) =>
  db
    .insertInto('password_link')
    .values({
      token_hash: link.tokenHash,
      person_id: link.personId,
      created_at: link.now,
      expires_at: link.expiresAt,
      used_at: null,
    })
    .execute()

export const findPasswordLink = (db: Db, tokenHash: string) =>
  db
    .selectFrom('password_link')
    .innerJoin('person', 'person.id', 'password_link.person_id')
    .select([
      'password_link.token_hash as tokenHash',
      'password_link.person_id as personId',
      'password_link.expires_at as expiresAt',
      'password_link.used_at as usedAt',
      'person.email as email',
      'person.name as name',
      'person.is_active as isActive',
    ])
    .where('password_link.token_hash', '=', tokenHash)
    .executeTakeFirst()

/** Every link of the person is spent at once: an older one must not outlive a new password. */
export const usePasswordLinks = (db: Db, personId: string, now: string) =>
  db
    .updateTable('password_link')
    .set({ used_at: now })
    .where('person_id', '=', personId)
    .where('used_at', 'is', null)
    .execute()

export const listFailures = (db: Db, keys: readonly string[]) =>
  db
    .selectFrom('sign_in_failure')
    .select(['key', 'failures', 'first_at as firstAt'])
    .where('key', 'in', keys)
    .execute()

/**
 * The same, held until the transaction ends: of wrong passwords sent side by side each has to see the one before.
 * A key that never failed comes with no failures.
 */
export const lockFailures = (db: Db, keys: readonly string[], now: string) =>
  db
    .insertInto('sign_in_failure')
    .values(keys.toSorted().map((key) => ({ key, failures: 0, first_at: now })))
    .onConflict((oc) => oc.column('key').doUpdateSet((eb) => ({ key: eb.ref('excluded.key') })))
    .returning(['key', 'failures', 'first_at as firstAt'])
    .execute()

export const saveFailure = (db: Db, row: { key: string; failures: number; firstAt: string }) =>
  db
    .insertInto('sign_in_failure')
    .values({ key: row.key, failures: row.failures, first_at: row.firstAt })
    .onConflict((oc) =>
      oc.column('key').doUpdateSet({ failures: row.failures, first_at: row.firstAt })
    )
    .execute()

export const clearFailures = (db: Db, key: string) =>
  db.deleteFrom('sign_in_failure').where('key', '=', key).execute()

interface ReadMark {
  readonly personId: string
  readonly subjectId: string
  readonly period: string
}

export const isMarkedRead = async (db: Db, mark: ReadMark): Promise<boolean> =>
  (await db
    .selectFrom('read_mark')
    .select('period')
    .where('person_id', '=', mark.personId)
    .where('subject_id', '=', mark.subjectId)
    .where('period', '=', mark.period)
    .executeTakeFirst()) !== undefined

/** @returns true for the first reading of this record by this person in this period */
export const markRead = async (db: Db, mark: ReadMark): Promise<boolean> => {
  const result = await db
    .insertInto('read_mark')
    .values({ person_id: mark.personId, subject_id: mark.subjectId, period: mark.period })
    .onConflict((oc) => oc.doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** What the whole council shares; `isDemo` is the mark that only `demo` writes, into its own database. */
export const readCouncil = async (db: Db) => {
  const rows = await db.selectFrom('council').select(['key', 'value']).execute()
  const find = (key: string) => rows.find((row) => row.key === key)?.value
  const secret = find('secret')
  if (!secret) throw new Error('the council has no secret: the database was not migrated')
  return { secret, name: find('name') ?? '', isDemo: find('demo') !== undefined }
}
