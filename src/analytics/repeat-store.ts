/** The SQL of repeat findings: criteria below good by team or service in each round, and what was done about them. */
import { type RawBuilder, sql } from 'kysely'
import { isSubmittedAction, submittedAction } from '../audits/submitted-store.ts'
import type { Db } from '../db/schema.ts'
import type { RepeatMeaning } from './rules/repeat-finding.ts'

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

const bitOf = (roundIds: readonly string[], round: RawBuilder<unknown>) =>
  sql`case ${round} ${sql.join(
    roundIds.map((id, place) => sql`when ${id} then ${sql.lit(2 ** place)}`),
    sql` `
  )} end`

/**
 * Since which version a criterion has meant what it means, of criteria that have changed, with the rounds that were asked so.
 * History has no version: it goes on from the first that has the criterion, whose row has no rounds.
 */
const linesOf = ({ roundIds }: RepeatQuery) => sql`
  select coalesce(m.since_version_id, v.id), v.rubric_key, known.item_key, null,
    coalesce(sum(${bitOf(roundIds, sql`rv.round_id`)}), 0), min(v.id)
  from rubric_version v
  join (
    select distinct later.rubric_key, meant.item_key
    from rubric_meaning meant join rubric_version later on later.id = meant.version_id
    where meant.since_version_id <> (
      select min(earliest.id) from rubric_version earliest where earliest.rubric_key = later.rubric_key)
  ) as known on known.rubric_key = v.rubric_key
  left join rubric_meaning m on m.version_id = v.id and m.item_key = known.item_key
  left join round_version rv on rv.rubric_version_id = v.id and rv.theme = v.rubric_key
    and rv.round_id in (${sql.join([...roundIds])})
  group by coalesce(m.since_version_id, v.id), v.rubric_key, known.item_key`

/** `counts` has `graded weak team` of each team, a line each. Null in rows of {@link linesOf}. */
type Row = {
  readonly key: string
  readonly theme: string
  readonly item: string
  readonly counts: string | null
  readonly rounds: number
  readonly first: string
}

/** Half or more of what was graded was below good. */
const isWeak = (graded: number, weak: number): boolean => weak > 0 && 2 * weak >= graded

/** Rounds of one criterion as bits, by the place of the group. */
type Bits = { readonly judged: Float64Array; readonly weak: Float64Array }

/**
 * Adds what each group was graded in one round to its bits; the teams of a group are added up before it is asked whether
 * the round was weak. Read by hand: there is a line for each team, round and criterion.
 */
const addRound = (
  counts: string,
  bit: number,
  into: Bits,
  { placeOf, sums }: { placeOf: ReadonlyMap<string, number>; sums: Bits }
): void => {
  sums.judged.fill(0)
  sums.weak.fill(0)
  for (let start = 0; start < counts.length; ) {
    const afterGraded = counts.indexOf(' ', start)
    const afterWeak = counts.indexOf(' ', afterGraded + 1)
    const newline = counts.indexOf('\n', afterWeak)
    const end = newline < 0 ? counts.length : newline
    const place = placeOf.get(counts.slice(afterWeak + 1, end))
    if (place !== undefined) {
      sums.judged[place] = (sums.judged[place] ?? 0) + Number(counts.slice(start, afterGraded))
      sums.weak[place] = (sums.weak[place] ?? 0) + Number(counts.slice(afterGraded + 1, afterWeak))
    }
    start = end + 1
  }
  for (const [place, graded] of sums.judged.entries()) {
    if (graded === 0) continue
    into.judged[place] = (into.judged[place] ?? 0) + bit
    if (isWeak(graded, sums.weak[place] ?? 0)) into.weak[place] = (into.weak[place] ?? 0) + bit
  }
}

/** The rounds of each group and criterion that was ever weak. */
const masksOf = (rows: readonly Row[], { roundIds, groups }: RepeatQuery): RepeatMask[] => {
  const placeOf = new Map(groups.flatMap(({ teamIds }, place) => teamIds.map((id) => [id, place])))
  const places = new Map(roundIds.map((id, place) => [id, 2 ** place]))
  const blank = (): Bits => ({
    judged: new Float64Array(groups.length),
    weak: new Float64Array(groups.length),
  })
  const sums = blank()
  return [
    ...Map.groupBy(rows, ({ theme, item }) => JSON.stringify([theme, item])).values(),
  ].flatMap((ofItem) => {
    const bits = blank()
    for (const { key: roundId, counts } of ofItem) {
      addRound(counts ?? '', places.get(roundId) ?? 0, bits, { placeOf, sums })
    }
    const { theme = '', item = '' } = ofItem[0] ?? {}
    return groups.flatMap(({ key }, place) => {
      const weak = bits.weak[place] ?? 0
      return weak === 0 ? [] : [{ key, theme, item, judged: bits.judged[place] ?? 0, weak }]
    })
  })
}

/**
 * The rounds of each group and criterion, and of criteria that have changed what they meant. The counts of a round and
 * criterion come as one text: to sort them by team, or to send each as a row, took the database two to three times as long.
 */
export const listRepeatMasks = async (
  db: Db,
  query: RepeatQuery
): Promise<{ masks: RepeatMask[]; meanings: RepeatMeaning[] }> => {
  const { roundIds, groups, theme } = query
  if (roundIds.length === 0 || groups.length === 0) return { masks: [], meanings: [] }
  const { rows } = await sql<Row>`
    select round_id as "key", theme, item,
      string_agg(graded || ' ' || weak || ' ' || team_id, ${'\n'}) as counts, 0 as rounds, '' as first
    from tally_item
    where round_id in (${sql.join([...roundIds])}) and graded > 0
      ${theme === undefined ? sql`` : sql`and theme = ${theme}`}
    group by round_id, theme, item
    union all ${linesOf(query)}`.execute(db)
  return {
    masks: masksOf(
      rows.filter(({ counts }) => counts !== null),
      query
    ),
    meanings: rows.flatMap(({ key: since, theme, item, counts, rounds, first }) =>
      counts === null ? [{ since, theme, item, rounds: Number(rounds), first }] : []
    ),
  }
}

type Place = {
  readonly roundIds: readonly string[]
  /** Of the items. */
  readonly themes: readonly string[]
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
        .where('theme', 'in', place.themes)
        .where('item', 'in', place.items)
        .where('team_id', 'in', place.teamIds)
        .execute()

/**
 * Actions set for these criteria in audits of these rounds and teams; drafts and removed ones are left out. `cross join`
 * keeps SQLite to the order written: it would otherwise begin with every audit that counts.
 */
export const listItemActions = async (db: Db, place: Place) => {
  if (isEmpty(place)) return []
  const { itemKey, state, dueOn } = submittedAction(db)
  return db
    .selectFrom('round')
    .crossJoin('team')
    .crossJoin('audit')
    .crossJoin('action')
    .select(['audit.round_id as roundId', 'audit.team_id as teamId', itemKey.as('item')])
    .select([state.as('state'), dueOn.as('dueOn')])
    .where('round.id', 'in', place.roundIds)
    .where('team.id', 'in', place.teamIds)
    .whereRef('audit.round_id', '=', 'round.id')
    .whereRef('audit.team_id', '=', 'team.id')
    .whereRef('action.audit_id', '=', 'audit.id')
    .where(itemKey, 'in', place.items)
    .where(isSubmittedAction)
    .execute()
}
