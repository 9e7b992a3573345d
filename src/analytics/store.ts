/**
 * The SQL of counts. Each question goes to the smallest thing that holds its answer: the roll-up of the whole council,
 * those of themes by status and by team, or, for items by team or status, an index led by what is filtered.
 */
import { sql } from 'kysely'
import type { Db } from '../db/schema.ts'
import type { JudgementKind } from '../grading/rules/judgement.ts'
import type { RoundFacts, Tally } from './rules/tally.ts'

/** What is counted; whatever is left out does not narrow. `item: null` is the theme grade. */
export type TallyQuery = {
  readonly theme?: string | undefined
  readonly item?: string | null | undefined
  readonly teamIds?: readonly string[] | undefined
  readonly status?: string | undefined
  readonly roundIds?: readonly string[] | undefined
}

type Row = {
  theme: string
  item: string
  kind: JudgementKind
  roundId: string
  value: string
  count: number
}

const toTally = (row: Row): Tally => ({ ...row, item: row.item === '' ? null : row.item })

/** Every round that was opened, by date, then by name: what is planned in a draft is not due from anybody, and has no results. */
export const roundsRead = (db: Db) =>
  db
    .selectFrom('round')
    .select(['id', 'name', 'kind', 'round_on as date', 'selection', 'state'])
    .where('state', '<>', 'draft')
    .orderBy('round_on')
    .orderBy('name')

/** A row of `roundsRead`, however it was read. */
export const toRoundFacts = ({
  state,
  ...round
}: RoundFacts & { readonly state: string }): RoundFacts =>
  state === 'open' ? { ...round, isOpen: true } : round

export const listRounds = async (db: Db): Promise<RoundFacts[]> =>
  (await roundsRead(db).execute()).map(toRoundFacts)

const councilTallies = async (db: Db, query: TallyQuery): Promise<Tally[]> => {
  const { theme, item, roundIds } = query
  const rows = await db
    .selectFrom('tally_council')
    .select(['theme', 'item', 'kind', 'round_id as roundId', 'value', 'count'])
    .where('count', '>', 0)
    .$if(theme !== undefined, (some) => some.where('theme', '=', theme ?? ''))
    .$if(item !== undefined, (some) => some.where('item', '=', item ?? ''))
    .$if(roundIds !== undefined, (some) => some.where('round_id', 'in', roundIds ?? []))
    .$narrowType<{ kind: JudgementKind }>()
    .execute()
  return rows.map(toTally)
}

/**
 * Every theme that was ever counted, for `in`: led by theme or by round and theme, a roll-up is then sought by its key
 * instead of being read from end to end. Steps from theme to theme.
 */
export const everyCountedTheme = sql<string>`(
  with recursive stepped(theme) as (
    select min(theme) from tally_council
    union all
    select (select min(theme) from tally_council where tally_council.theme > stepped.theme)
    from stepped where stepped.theme is not null
  )
  select theme from stepped where theme is not null)`

/** Every item of a theme that was ever counted, in the same way: the index of judgements has the status after the item. */
const everyCountedItem = (theme: string) => sql<string>`(
  with recursive stepped(item) as (
    select min(item) from tally_council where theme = ${theme}
    union all
    select (select min(item) from tally_council where theme = ${theme} and tally_council.item > stepped.item)
    from stepped where stepped.item is not null
  )
  select item from stepped where item is not null)`

/** The whole council under one status: the roll-up by status lies in the order of rounds, so it is asked for each of them. */
const themeTalliesOfStatus = async (
  db: Db,
  query: TallyQuery & { status: string }
): Promise<Tally[]> => {
  const { theme, status, roundIds } = query
  const rows = await db
    .selectFrom('tally_group')
    .select(['theme', 'round_id as roundId', 'value', 'count'])
    .where('dimension', '=', 'status')
    .where('round_id', 'in', roundIds ?? sql<string>`(select id from round)`)
    .where('theme', theme === undefined ? 'in' : '=', theme ?? everyCountedTheme)
    .where('group_key', '=', status)
    .where('service_status', '=', '')
    .where('count', '>', 0)
    .execute()
  return rows.map((row) => ({ ...row, item: null, kind: 'grade' }))
}

const themeTalliesOfTeams = async (
  db: Db,
  query: TallyQuery & { teamIds: readonly string[] }
): Promise<Tally[]> => {
  const { theme, teamIds, status, roundIds } = query
  const rows = await db
    .selectFrom('tally_team')
    .select(['theme', 'round_id as roundId', 'value'])
    .select((eb) => eb.fn.sum<number>('count').as('count'))
    .where('team_id', 'in', teamIds)
    .$if(theme !== undefined, (some) => some.where('theme', '=', theme ?? ''))
    .$if(status !== undefined, (some) => some.where('service_status', '=', status ?? ''))
    .$if(roundIds !== undefined, (some) => some.where('round_id', 'in', roundIds ?? []))
    .groupBy(['theme', 'round_id', 'value'])
    .having((eb) => eb.fn.sum('count'), '>', 0)
    .execute()
  return rows.map((row) => ({ ...row, item: null, kind: 'grade' }))
}

/** Counts judgement rows, less those that an import has there and that do not count. */
const judgementTallies = async (db: Db, query: TallyQuery): Promise<Tally[]> => {
  const { theme, item, teamIds, status, roundIds } = query
  const columns = ['theme', 'item', 'kind', 'round_id', 'value'] as const
  const isOfStatus = status !== undefined && item === undefined && theme !== undefined
  const narrowed = (table: 'judgement' | 'tally_hidden') =>
    db
      .selectFrom(table)
      .select(columns)
      .$if(teamIds !== undefined, (some) => some.where('team_id', 'in', teamIds ?? []))
      .$if(theme !== undefined, (some) => some.where('theme', '=', theme ?? ''))
      .$if(item !== undefined, (some) => some.where('item', '=', item ?? ''))
      .$if(isOfStatus, (some) => some.where('item', 'in', everyCountedItem(theme ?? '')))
      .$if(status !== undefined, (some) => some.where('service_status', '=', status ?? ''))
      .$if(roundIds !== undefined, (some) => some.where('round_id', 'in', roundIds ?? []))
      .groupBy(columns)
  const rows = await db
    .selectFrom(
      narrowed('judgement')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .unionAll(narrowed('tally_hidden').select(sql<number>`-sum(count)`.as('count')))
        .as('both')
    )
    .select(['theme', 'item', 'kind', 'round_id as roundId', 'value'])
    .select((eb) => eb.fn.sum<number>('count').as('count'))
    .groupBy(columns)
    .having((eb) => eb.fn.sum('count'), '>', 0)
    .$narrowType<{ kind: JudgementKind }>()
    .execute()
  return rows.map(toTally)
}

/** Counts by theme, item, kind, round and value; never a count of nought. */
export const listTallies = async (db: Db, query: TallyQuery): Promise<Tally[]> => {
  const { teamIds, status, roundIds, item } = query
  if (teamIds?.length === 0 || roundIds?.length === 0) return []
  if (teamIds === undefined && status === undefined) return councilTallies(db, query)
  if (teamIds !== undefined && item === null) return themeTalliesOfTeams(db, { ...query, teamIds })
  if (status !== undefined && item === null) return themeTalliesOfStatus(db, { ...query, status })
  return judgementTallies(db, query)
}
