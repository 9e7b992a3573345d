/**
 * The SQL of theme grades by group over several rounds: one roll-up that lies in the order of rounds, or, where team and
 * status are both asked for, the roll-up of themes by team.
 */
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

const byTeamAndStatus = (db: Db, query: GroupQuery): Promise<GroupTally[]> => {
  const group = query.dimension === 'team' ? 'team_id' : 'service_status'
  return (
    db
      .selectFrom('tally_team')
      .select(['theme', `${group} as group`, 'value'])
      .select((eb) => eb.fn.sum<number>('count').as('count'))
      .where('round_id', 'in', query.roundIds)
      // The roll-up is led by team and theme, then round: without themes all years of a team would be read.
      .where('theme', query.theme === undefined ? 'in' : '=', query.theme ?? everyCountedTheme)
      .$if(query.teamIds !== undefined, (some) => some.where('team_id', 'in', query.teamIds ?? []))
      .$if(query.status !== undefined, (some) =>
        some.where('service_status', '=', query.status ?? '')
      )
      .groupBy(['theme', group, 'value'])
      .having((eb) => eb.fn.sum('count'), '>', 0)
      .execute()
  )
}

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
  const isCrossed =
    (dimension === 'team' && status !== undefined) ||
    (dimension === 'status' && teamIds !== undefined)
  if (isCrossed) return byTeamAndStatus(db, query)
  const rows = await ofDimensions(db, [dimension], query)
  const wanted = teamIds && new Set(teamIds)
  return rows.flatMap(({ dimension: _, status: of, ...row }) => {
    const isIn =
      dimension === 'team'
        ? (wanted?.has(row.group) ?? true)
        : dimension === 'status'
          ? status === undefined || row.group === status
          : status === undefined || of === status
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
