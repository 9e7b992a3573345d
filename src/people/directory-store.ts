/** The SQL of the list of people: found by name or address, narrowed by role, team and state, a page at a time. */
import { type Expression, expressionBuilder, type SqlBool, sql } from 'kysely'
import { toKey } from '../db/columns.ts'
import type { Db, Tables } from '../db/schema.ts'
import type { Role } from './rules/permissions.ts'

export const PEOPLE_A_PAGE = 25

/**
 * - `active`: the account is open
 * - `invited`: a link to set the first password waits to be used
 * - `expired`: that link has run out
 * - `unlinked`: there is no password, and no link was ever made
 * - `left`: the account is closed
 */
export const personStates = ['active', 'invited', 'expired', 'unlinked', 'left'] as const
export type PersonState = (typeof personStates)[number]

export const peopleOrders = ['name', 'team', 'newest'] as const
export type PeopleOrder = (typeof peopleOrders)[number]

export interface PeopleFilters {
  readonly find?: string | undefined
  readonly role?: Role | undefined
  /** A team's id, or `none`. */
  readonly team?: string | undefined
  readonly state?: PersonState | undefined
  readonly sort?: PeopleOrder | undefined
}

const eb = expressionBuilder<Tables, 'person'>()

const hasLink = (openAt?: string): Expression<SqlBool> => {
  const links = eb
    .selectFrom('password_link')
    .select('password_link.person_id')
    .whereRef('password_link.person_id', '=', 'person.id')
  return eb.exists(
    openAt === undefined
      ? links
      : links.where('used_at', 'is', null).where('expires_at', '>', openAt)
  )
}

const inState = (state: PersonState, now: string): Expression<SqlBool> => {
  if (state === 'left') return eb('person.is_active', '=', 0)
  if (state === 'active') {
    return eb.and([eb('person.is_active', '=', 1), eb('person.password_hash', 'is not', null)])
  }
  const hasNoPassword = eb.and([
    eb('person.is_active', '=', 1),
    eb('person.password_hash', 'is', null),
  ])
  if (state === 'unlinked') return eb.and([hasNoPassword, eb.not(hasLink())])
  const isInvited = eb.and([hasNoPassword, hasLink()])
  if (state === 'invited') return eb.and([isInvited, hasLink(now)])
  return eb.and([isInvited, eb.not(hasLink(now))])
}

const escaped = (text: string): string => text.replace(/[\\%_]/g, (sign) => `\\${sign}`)

const matching = (db: Db, filters: PeopleFilters, now: string) => {
  let query = db.selectFrom('person').leftJoin('team', 'team.id', 'person.team_id')
  const { find, role, team, state } = filters
  if (find) {
    const pattern = `%${escaped(toKey(find))}%`
    query = query.where(
      sql<SqlBool>`(person.name_key like ${pattern} escape '\\' or person.email_key like ${pattern} escape '\\')`
    )
  }
  if (role) {
    query = query.where(
      eb.exists(
        eb
          .selectFrom('person_role')
          .select('person_role.role')
          .whereRef('person_role.person_id', '=', 'person.id')
          .where('person_role.role', '=', role)
      )
    )
  }
  if (team === 'none') query = query.where('person.team_id', 'is', null)
  else if (team) query = query.where('person.team_id', '=', team)
  if (state) query = query.where(inState(state, now))
  return query
}

/** The people that match, a page of them, with roles and what state each account is in. */
export const listPeople = async (db: Db, filters: PeopleFilters, asked: number, now: string) => {
  const { count } = await matching(db, filters, now)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const pages = Math.max(1, Math.ceil(Number(count) / PEOPLE_A_PAGE))
  const page = Math.min(asked, pages)
  let query = matching(db, filters, now).select([
    'person.id as id',
    'person.name as name',
    'person.email as email',
    'person.job_title as jobTitle',
    'team.name as teamName',
    sql<PersonState>`case when ${inState('left', now)} then 'left'
      when ${inState('invited', now)} then 'invited'
      when ${inState('expired', now)} then 'expired'
      when ${inState('unlinked', now)} then 'unlinked'
      else 'active' end`.as('state'),
  ])
  if (filters.sort === 'newest') query = query.orderBy('person.created_at', 'desc')
  if (filters.sort === 'team') {
    query = query
      .orderBy(sql`case when team.name_key is null then 1 else 0 end`)
      .orderBy('team.name_key')
  }
  const rows = await query
    .orderBy('person.name_key')
    .orderBy('person.id')
    .limit(PEOPLE_A_PAGE)
    .offset((page - 1) * PEOPLE_A_PAGE)
    .execute()
  const ids = rows.map(({ id }) => id)
  const held =
    ids.length === 0
      ? []
      : await db
          .selectFrom('person_role')
          .select(['person_id as personId', 'role'])
          .where('person_id', 'in', ids)
          .execute()
  return {
    count: Number(count),
    page,
    pages,
    people: rows.map((person) => ({
      ...person,
      roles: held.filter(({ personId }) => personId === person.id).map(({ role }) => role as Role),
    })),
  }
}

export type ListedPerson = Awaited<ReturnType<typeof listPeople>>['people'][number]

/** How many accounts are in each state that asks for something. */
export const countInvitations = async (db: Db, now: string) => {
  const row = await db
    .selectFrom('person')
    .select(
      (['invited', 'expired', 'unlinked'] as const).map((state) =>
        sql<number>`coalesce(sum(case when ${inState(state, now)} then 1 else 0 end), 0)`.as(state)
      )
    )
    .executeTakeFirstOrThrow()
  return {
    invited: Number(row.invited),
    expired: Number(row.expired),
    unlinked: Number(row.unlinked),
  }
}

/** Open accounts without a team, and how many of them hold a role that sees nothing without one. */
export const countWithoutTeam = async (db: Db, needing: readonly Role[]) => {
  const row = await db
    .selectFrom('person')
    .select((eb) => [
      eb.fn.countAll<number>().as('all'),
      sql<number>`coalesce(sum(case when ${eb.exists(
        eb
          .selectFrom('person_role')
          .select('person_role.role')
          .whereRef('person_role.person_id', '=', 'person.id')
          .where('person_role.role', 'in', needing)
      )} then 1 else 0 end), 0)`.as('needing'),
    ])
    .where('is_active', '=', 1)
    .where('team_id', 'is', null)
    .executeTakeFirstOrThrow()
  return { all: Number(row.all), needing: Number(row.needing) }
}

/** Wrong passwords since an instant, and on how many addresses: numbers alone. */
export const countFailures = async (db: Db, since: string) => {
  const row = await db
    .selectFrom('sign_in_failure')
    .select((eb) => [
      sql<number>`coalesce(sum(failures), 0)`.as('failures'),
      eb.fn.countAll<number>().as('accounts'),
    ])
    .where('key', 'like', 'account:%')
    .where('failures', '>', 0)
    .where('first_at', '>=', since)
    .executeTakeFirstOrThrow()
  return { failures: Number(row.failures), accounts: Number(row.accounts) }
}
