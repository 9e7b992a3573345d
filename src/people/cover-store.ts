/** The SQL of cover while away: who acts for whom on a London date, what lies ahead, setting it and ending it. */
import { expressionBuilder } from 'kysely'
import type { Db, Tables } from '../db/schema.ts'
import type { CoverPerson } from './rules/cover.ts'
import type { Role } from './rules/permissions.ts'

const eb = expressionBuilder<Tables, 'person_cover'>()

/** Set, not ended early, and its last day not over. */
const isNotOver = (today: string) =>
  eb.and([eb('person_cover.ended_at', 'is', null), eb('person_cover.to_on', '>=', today)])

const isInForce = (today: string) =>
  eb.and([isNotOver(today), eb('person_cover.from_on', '<=', today)])

/**
 * The ids of those whom this person covers on a London date: a list for `in`, or rows of a larger query. Cover is not
 * passed on: whoever covers them covers nobody else by it.
 */
export const coveredBy = (coverId: string, today: string) =>
  eb
    .selectFrom('person_cover')
    .select('person_cover.person_id')
    .where('person_cover.cover_id', '=', coverId)
    .where(isInForce(today))

const inForce = (db: Db, today: string) => db.selectFrom('person_cover').where(isInForce(today))

/** Who covers for each of these people today; whoever is not away is not in it. */
export const coverOf = async (
  db: Db,
  personIds: readonly string[],
  today: string
): Promise<{ personId: string; coverId: string; name: string; toOn: string }[]> =>
  personIds.length === 0
    ? []
    : inForce(db, today)
        .innerJoin('person', 'person.id', 'person_cover.cover_id')
        .where('person_cover.person_id', 'in', personIds)
        .select([
          'person_cover.person_id as personId',
          'person.id as coverId',
          'person.name as name',
          'person_cover.to_on as toOn',
        ])
        .execute()

const selectCover = (db: Db, today: string) =>
  db
    .selectFrom('person_cover')
    .where(isNotOver(today))
    .innerJoin('person as away', 'away.id', 'person_cover.person_id')
    .innerJoin('person as cover', 'cover.id', 'person_cover.cover_id')
    .leftJoin('person as setter', 'setter.id', 'person_cover.set_by')
    .select([
      'person_cover.id as id',
      'away.id as personId',
      'away.name as personName',
      'cover.id as coverId',
      'cover.name as coverName',
      'person_cover.from_on as fromOn',
      'person_cover.to_on as toOn',
      'person_cover.set_at as setAt',
      'person_cover.set_by as setBy',
      'setter.name as setByName',
    ])
    .orderBy('person_cover.from_on')
    .orderBy('person_cover.id')

export type Cover = Awaited<ReturnType<ReturnType<typeof selectCover>['execute']>>[number]

/** Of the person away: what holds and what lies ahead. */
export const listCoversFor = (db: Db, personId: string, today: string): Promise<Cover[]> =>
  selectCover(db, today).where('person_cover.person_id', '=', personId).execute()

/** What this person covers or is going to cover. */
export const listCoversBy = (db: Db, coverId: string, today: string): Promise<Cover[]> =>
  selectCover(db, today).where('person_cover.cover_id', '=', coverId).execute()

/** Everybody's who holds one of the roles. */
export const listCoversOfRoles = (db: Db, held: readonly Role[], today: string): Promise<Cover[]> =>
  selectCover(db, today)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('person_role')
          .select('person_role.role')
          .whereRef('person_role.person_id', '=', 'person_cover.person_id')
          .where('person_role.role', 'in', held)
      )
    )
    .execute()

/** One of any time, ended or not. */
export const findCover = (db: Db, id: string) =>
  db
    .selectFrom('person_cover')
    .innerJoin('person as away', 'away.id', 'person_cover.person_id')
    .innerJoin('person as cover', 'cover.id', 'person_cover.cover_id')
    .where('person_cover.id', '=', id)
    .select([
      'person_cover.id as id',
      'away.id as personId',
      'away.name as personName',
      'cover.id as coverId',
      'cover.name as coverName',
      'person_cover.from_on as fromOn',
      'person_cover.to_on as toOn',
      'person_cover.ended_at as endedAt',
    ])
    .executeTakeFirst()

export const insertCover = (
  db: Db,
  row: {
    readonly id: string
    readonly personId: string
    readonly coverId: string
    readonly fromOn: string
    readonly toOn: string
    readonly now: string
    readonly by: string | null
  }
) =>
  db
    .insertInto('person_cover')
    .values({
      id: row.id,
      person_id: row.personId,
      cover_id: row.coverId,
      from_on: row.fromOn,
      to_on: row.toOn,
      set_at: row.now,
      set_by: row.by,
      ended_at: null,
      ended_by: null,
    })
    .execute()

/** @returns false when it had ended before */
export const markCoverEnded = async (
  db: Db,
  id: string,
  ended: { readonly now: string; readonly by: string | null }
): Promise<boolean> => {
  const result = await db
    .updateTable('person_cover')
    .set({ ended_at: ended.now, ended_by: ended.by })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

export interface Stander extends CoverPerson {
  readonly name: string
  readonly jobTitle: string
  readonly teamName: string | null
}

/** Active people with one of the roles, by name, each with every role of theirs. */
export const listStanders = async (db: Db, held: readonly Role[]): Promise<Stander[]> => {
  if (held.length === 0) return []
  const rows = await db
    .selectFrom('person')
    .innerJoin('person_role', 'person_role.person_id', 'person.id')
    .leftJoin('team', 'team.id', 'person.team_id')
    .where('person.is_active', '=', 1)
    .where('person_role.role', 'in', held)
    .select([
      'person.id as id',
      'person.name as name',
      'person.job_title as jobTitle',
      'team.name as teamName',
      'person_role.role as role',
    ])
    .orderBy('person.name_key')
    .orderBy('person.id')
    .execute()
  return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((same) => {
    const [first] = same
    if (!first) return []
    const { role: _role, ...person } = first
    return { ...person, isActive: true, roles: same.map(({ role }) => role as Role) }
  })
}
