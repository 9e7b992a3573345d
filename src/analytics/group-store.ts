/**
 * The SQL of theme grades by group over several rounds: one roll-up that lies in the order of rounds, or, where team and
 * status are both asked for, the roll-up of themes by team, led by either.
 */
import { sql } from 'kysely'
import type { Db } from '../db/schema.ts'
import type { Dimension } from '../grading/rules/group-changes.ts'
import { everyCountedTheme } from './store.ts'

export type GroupTally = {
  readonly theme: string
  /** A team, a status, an age band …; '' where it is not known. */
  readonly group: string
  readonly value: string
  readonly count: number
}

export type GroupQuery = {
  readonly dimension: Dimension
  readonly roundIds: readonly string[]
  readonly theme?: string | undefined
  readonly teamIds?: readonly string[] | undefined
  readonly status?: string | undefined
}

/**
 * The counts of one round and theme as one text, a line each: to sort them by group, or to send each as a row, takes the
 * database several times as long. Sixty teams have some twenty thousand in a year.
 */
const linesOf = (group: 'team_id' | 'service_status' | 'group_key') =>
  sql<string>`string_agg(count || ${TAB} || ${sql.ref(group)} || ${TAB} || value, ${NEWLINE})`.as(
    'lines'
  )

const TAB = sql.lit('\t')
const NEWLINE = sql.lit('\n')

/** Read by hand, as {@link linesOf} has them. */
const sumOfLines = (
  rows: readonly { readonly theme: string; readonly lines: string }[]
): GroupTally[] => {
  const themes = new Map<string, Map<string, number>>()
  for (const { theme, lines } of rows) {
    const sums = themes.get(theme) ?? new Map<string, number>()
    themes.set(theme, sums)
    for (let start = 0; start < lines.length; ) {
      const tab = lines.indexOf('\t', start)
      const newline = lines.indexOf('\n', tab)
      const end = newline < 0 ? lines.length : newline
      const key = lines.slice(tab + 1, end)
      sums.set(key, (sums.get(key) ?? 0) + Number(lines.slice(start, tab)))
      start = end + 1
    }
  }
  return [...themes].flatMap(([theme, sums]) =>
    [...sums].flatMap(([key, count]) => {
      const [group = '', value = ''] = key.split('\t')
      return count > 0 ? [{ theme, group, value, count }] : []
    })
  )
}

/** Above so many the whole of a round is read: to seek each team costs more. */
const FEW_TEAMS = 20

/** Led by status and round (`tally_team_by_status`). */
const teamsUnderStatus = async (db: Db, query: GroupQuery): Promise<GroupTally[]> => {
  const few = query.teamIds !== undefined && query.teamIds.length <= FEW_TEAMS
  return sumOfLines(
    await db
      .selectFrom('tally_team')
      .select(['theme', linesOf('team_id')])
      .where('service_status', '=', query.status ?? '')
      .where('round_id', 'in', query.roundIds)
      .where('theme', query.theme === undefined ? 'in' : '=', query.theme ?? everyCountedTheme)
      .$if(few, (some) => some.where('team_id', 'in', query.teamIds ?? []))
      .groupBy(['round_id', 'theme'])
      .execute()
  )
}

/** Led by team and theme, then round: without themes all years of a team would be read. */
const statusesOfTeams = async (db: Db, query: GroupQuery): Promise<GroupTally[]> =>
  sumOfLines(
    await db
      .selectFrom('tally_team')
      .select(['theme', linesOf('service_status')])
      .where('team_id', 'in', query.teamIds ?? [])
      .where('theme', query.theme === undefined ? 'in' : '=', query.theme ?? everyCountedTheme)
      .where('round_id', 'in', query.roundIds)
      .$if(query.status !== undefined, (some) =>
        some.where('service_status', '=', query.status ?? '')
      )
      .groupBy(['team_id', 'theme'])
      .execute()
  )

const everyTeam = async (db: Db, query: GroupQuery): Promise<GroupTally[]> =>
  sumOfLines(
    await db
      .selectFrom('tally_group')
      .select(['theme', linesOf('group_key')])
      .where('dimension', '=', 'team')
      .where('round_id', 'in', query.roundIds)
      .$if(query.theme !== undefined, (some) => some.where('theme', '=', query.theme ?? ''))
      .groupBy(['round_id', 'theme'])
      .execute()
  )

/** @param dimensions of which all are read at once */
const ofDimensions = (db: Db, dimensions: readonly Dimension[], query: GroupQuery) =>
  db
    .selectFrom('tally_group')
    .select(['dimension', 'theme', 'group_key as group', 'service_status as status', 'value'])
    .select((eb) => eb.fn.sum<number>('count').as('count'))
    .where('dimension', 'in', dimensions)
    .where('round_id', 'in', query.roundIds)
    .$if(query.theme !== undefined, (some) => some.where('theme', '=', query.theme ?? ''))
    .groupBy(['dimension', 'theme', 'group_key', 'service_status', 'value'])
    .having((eb) => eb.fn.sum('count'), '>', 0)
    .execute()

/** Counts by theme, group and value; never a count of nought. Age bands are of the whole council. */
export const listGroupTallies = async (db: Db, query: GroupQuery): Promise<GroupTally[]> => {
  const { dimension, roundIds, teamIds, status } = query
  if (roundIds.length === 0 || teamIds?.length === 0) return []
  if (dimension === 'team') {
    const rows = await (status === undefined ? everyTeam(db, query) : teamsUnderStatus(db, query))
    const wanted = teamIds && new Set(teamIds)
    return rows.filter(({ group }) => wanted?.has(group) ?? true)
  }
  if (dimension === 'status' && teamIds !== undefined) return statusesOfTeams(db, query)
  const rows = await ofDimensions(db, [dimension], query)
  return rows.flatMap(({ dimension: _, status: of, ...row }) => {
    const isIn = status === undefined || (dimension === 'status' ? row.group : of) === status
    return isIn ? [{ ...row, count: Number(row.count) }] : []
  })
}

export type ChildTally = GroupTally & { readonly dimension: Dimension }

/**
 * Theme grades by what the child was, several dimensions at once, with what is not known as the group ''. It is what is
 * left of all grades of the same theme and status: imported audits say nothing of the child.
 */
export const listChildTallies = async (
  db: Db,
  dimensions: readonly Dimension[],
  query: Omit<GroupQuery, 'dimension' | 'teamIds'>
): Promise<ChildTally[]> => {
  if (query.roundIds.length === 0) return []
  const rows = await ofDimensions(db, ['status', ...dimensions], { ...query, dimension: 'status' })
  const { status } = query
  const isIn = (of: string) => status === undefined || of === status
  const sums = new Map<string, ChildTally>()
  const add = (tally: ChildTally) => {
    const key = [tally.dimension, tally.theme, tally.group, tally.value].join('\u0000')
    const sum = sums.get(key)
    sums.set(key, sum ? { ...sum, count: sum.count + tally.count } : tally)
  }
  for (const { status: of, dimension, theme, group, value, ...row } of rows) {
    const count = Number(row.count)
    if (dimension === 'status') {
      if (!isIn(group)) continue
      for (const each of dimensions) add({ dimension: each, theme, group: '', value, count })
    } else if (isIn(of)) {
      add({ dimension, theme, group, value, count })
      add({ dimension, theme, group: '', value, count: -count })
    }
  }
  return [...sums.values()].filter(({ count }) => count > 0)
}
