/** The SQL of repeat findings: criteria below good by team or service in each round, and what was done about them. */
import { type SqlBool, sql } from 'kysely'
import { isCountedAction } from '../actions/store.ts'
import type { Db } from '../db/schema.ts'

/** A team, or a service with the teams below it. */
export type RepeatGroup = { readonly key: string; readonly teamIds: readonly string[] }

export type RepeatQuery = {
  /** The latest first, at most {@link MOST_ROUNDS}. */
  readonly roundIds: readonly string[]
  readonly groups: readonly RepeatGroup[]
  readonly theme?: string | undefined
}

/** Rounds of one group's criterion as bits: the lowest is the latest round. */
export type RepeatMask = {
  readonly key: string
  readonly theme: string
  readonly item: string
  readonly judged: number
  readonly weak: number
}

/** As many as fit in a number exactly. */
export const MOST_ROUNDS = 40

/** Half or more of what was graded was below good. */
const isWeak = (graded: number, weak: number): boolean => weak > 0 && 2 * weak >= graded

const bitOf = (roundIds: readonly string[]) =>
  sql`case round_id ${sql.join(
    roundIds.map((id, place) => sql`when ${id} then ${sql.lit(2 ** place)}`),
    sql` `
  )} end`

/** Each group is one team: the database adds up the rounds, and leaves out what was not weak three times. */
const masksOfTeams = async (db: Db, { roundIds, groups, theme }: RepeatQuery) => {
  const bit = bitOf(roundIds)
  const weak = sql<SqlBool>`weak > 0 and 2 * weak >= graded`
  const { rows } = await sql<RepeatMask>`
    select team_id as key, theme, item, sum(${bit}) as judged,
      sum(case when ${weak} then ${bit} else 0 end) as weak
    from tally_item
    where round_id in (${sql.join([...roundIds])}) and graded > 0
      and team_id in (${sql.join(groups.map(({ key }) => key))})
      ${theme === undefined ? sql`` : sql`and theme = ${theme}`}
    group by team_id, theme, item
    having sum(case when ${weak} then 1 else 0 end) >= 3`.execute(db)
  return rows.map((row) => ({ ...row, judged: Number(row.judged), weak: Number(row.weak) }))
}

/** The teams of each group are added up before it is asked whether a round was weak. */
const masksOfServices = async (db: Db, { roundIds, groups, theme }: RepeatQuery) => {
  const sums = groups.flatMap(({ teamIds }, place) => {
    const isIn = sql`team_id in (${sql.join([...teamIds])})`
    return [
      sql`sum(case when ${isIn} then graded else 0 end) as ${sql.ref(`g${place}`)}`,
      sql`sum(case when ${isIn} then weak else 0 end) as ${sql.ref(`w${place}`)}`,
    ]
  })
  const { rows } = await sql<Record<string, string | number>>`
    select round_id, theme, item, ${sql.join(sums)} from tally_item
    where round_id in (${sql.join([...roundIds])})
      ${theme === undefined ? sql`` : sql`and theme = ${theme}`}
    group by round_id, theme, item`.execute(db)
  const masks = new Map<string, RepeatMask>()
  for (const row of rows) {
    const bit = 2 ** roundIds.indexOf(String(row.round_id))
    for (const [place, { key }] of groups.entries()) {
      const graded = Number(row[`g${place}`])
      if (graded <= 0) continue
      const id = [key, row.theme, row.item].join('\u0000')
      const before = masks.get(id)
      masks.set(id, {
        key,
        theme: String(row.theme),
        item: String(row.item),
        judged: (before?.judged ?? 0) + bit,
        weak: (before?.weak ?? 0) + (isWeak(graded, Number(row[`w${place}`])) ? bit : 0),
      })
    }
  }
  return [...masks.values()]
}

export const listRepeatMasks = async (db: Db, query: RepeatQuery): Promise<RepeatMask[]> => {
  if (query.roundIds.length === 0 || query.groups.length === 0) return []
  const isTeams = query.groups.every(({ teamIds }) => teamIds.length === 1)
  return isTeams ? masksOfTeams(db, query) : masksOfServices(db, query)
}

type Place = {
  readonly roundIds: readonly string[]
  readonly items: readonly string[]
  readonly teamIds: readonly string[]
}

const isEmpty = ({ roundIds, items, teamIds }: Place): boolean =>
  roundIds.length === 0 || items.length === 0 || teamIds.length === 0

/** How many were graded and how many of them below good, by round, team and criterion. */
export const listItemCounts = async (db: Db, place: Place) =>
  isEmpty(place)
    ? []
    : db
        .selectFrom('tally_item')
        .select(['round_id as roundId', 'team_id as teamId', 'item', 'graded', 'weak'])
        .where('round_id', 'in', place.roundIds)
        .where('item', 'in', place.items)
        .where('team_id', 'in', place.teamIds)
        .execute()

/** Actions set for these criteria in audits of these rounds and teams; drafts and removed ones are left out. */
export const listItemActions = async (db: Db, place: Place) =>
  isEmpty(place)
    ? []
    : db
        .selectFrom('audit')
        .innerJoin('action', 'action.audit_id', 'audit.id')
        .select(['audit.round_id as roundId', 'audit.team_id as teamId', 'action.item_key as item'])
        .select(['action.state as state', 'action.due_on as dueOn'])
        .where('audit.round_id', 'in', place.roundIds)
        .where('audit.team_id', 'in', place.teamIds)
        .where('action.item_key', 'in', place.items)
        .where(isCountedAction)
        .execute()
