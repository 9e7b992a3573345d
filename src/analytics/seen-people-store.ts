/**
 * The SQL of whose results a person may see (contracts.md §4, "by worker / by auditor"): everybody, or the people below
 * them. Whoever stands beside the reader is not below: another manager of the same team, another leader of the same
 * service. One's own results are not asked for here.
 */
import { type Expression, expressionBuilder, type SqlBool, sql } from 'kysely'
import type { Reader } from '../audits/reader-store.ts'
import { toKey } from '../db/columns.ts'
import type { Db, Tables } from '../db/schema.ts'
import { type Permission, type Role, scopesOf } from '../people/rules/permissions.ts'
import { teamsBelow, teamsOfService } from '../people/team-store.ts'
import type { ResultSide } from './person-store.ts'

const SEEN_PEOPLE_A_PAGE = 25

const permissionOf: Readonly<Record<ResultSide, Permission>> = {
  auditor: 'results.by_auditor',
  worker: 'results.by_worker',
}

const LEADING: readonly Role[] = ['manager', 'iro_manager', 'senior_leader']

const eb = expressionBuilder<Tables, 'person'>()

const hasRole = (roles: readonly Role[]): Expression<SqlBool> =>
  eb.exists(
    eb
      .selectFrom('person_role')
      .select('person_role.role')
      .whereRef('person_role.person_id', '=', 'person.id')
      .where('person_role.role', 'in', [...roles])
  )

/** People of the reader's team and those below it who do not lead beside the reader. */
const below = (teamId: string): Expression<SqlBool> =>
  eb.and([
    eb('person.team_id', 'in', teamsBelow(teamId)),
    eb.not(eb.and([eb('person.team_id', '=', teamId), hasRole(LEADING)])),
  ])

const waysToSee = (reader: Reader, role: Role, side: ResultSide): Expression<SqlBool>[] =>
  scopesOf([role], permissionOf[side]).flatMap((scope) => {
    if (scope === 'all') return [sql<SqlBool>`1 = 1`]
    const { teamId } = reader
    if (teamId === null) return []
    if (scope === 'team') {
      return [role === 'iro_manager' ? eb.and([below(teamId), hasRole(['iro'])]) : below(teamId)]
    }
    if (scope !== 'service') return []
    return [
      below(teamId),
      eb.and([
        eb('person.team_id', 'in', teamsOfService(teamId)),
        eb.not(hasRole(['senior_leader'])),
      ]),
    ]
  })

const isSeen = (reader: Reader, side: ResultSide): Expression<SqlBool> =>
  eb.or(reader.roles.flatMap((role) => waysToSee(reader, role, side)))

const seen = (db: Db, reader: Reader) =>
  db
    .selectFrom('person')
    .where(eb.or([isSeen(reader, 'worker'), isSeen(reader, 'auditor')]))
    .where('person.id', '<>', reader.id)

const escaped = (text: string): string => text.replace(/[\\%_]/g, (sign) => `\\${sign}`)

/** A page of them by name, whoever has left included: never by what their results are. */
export const listSeenPeople = async (
  db: Db,
  reader: Reader,
  asked: { readonly name: string; readonly page: number }
) => {
  const pattern = `%${escaped(toKey(asked.name))}%`
  const matching = seen(db, reader).where(sql<SqlBool>`person.name_key like ${pattern} escape '\\'`)
  const { count } = await matching
    .select((all) => all.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const pages = Math.max(1, Math.ceil(Number(count) / SEEN_PEOPLE_A_PAGE))
  const page = Math.min(asked.page, pages)
  const people = await matching
    .leftJoin('team', 'team.id', 'person.team_id')
    .select(['person.id as id', 'person.name as name', 'person.job_title as jobTitle'])
    .select(['person.is_active as isActive', 'team.name as teamName'])
    .orderBy('person.name_key')
    .orderBy('person.id')
    .limit(SEEN_PEOPLE_A_PAGE)
    .offset((page - 1) * SEEN_PEOPLE_A_PAGE)
    .execute()
  return { people, count: Number(count), page, pages }
}

export type SeenPeople = Awaited<ReturnType<typeof listSeenPeople>>

/** One of them with the sides that the reader may see; undefined for everybody else. */
export const findSeenPerson = async (
  db: Db,
  reader: Reader,
  personId: string
): Promise<{ name: string; sides: ResultSide[] } | undefined> => {
  const row = await seen(db, reader)
    .where('person.id', '=', personId)
    .select((of) => [
      'person.name as name',
      of.case().when(isSeen(reader, 'auditor')).then(1).else(0).end().as('asAuditor'),
      of.case().when(isSeen(reader, 'worker')).then(1).else(0).end().as('asWorker'),
    ])
    .executeTakeFirst()
  if (!row) return undefined
  return {
    name: row.name,
    sides: [
      ...(row.asAuditor === 1 ? (['auditor'] as const) : []),
      ...(row.asWorker === 1 ? (['worker'] as const) : []),
    ],
  }
}
