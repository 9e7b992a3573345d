/**
 * The SQL of counts. Each question goes to the smallest thing that holds its answer: the roll-up of the whole council, the
 * one under each status, that of themes by team, or, for items by team, an index led by what is filtered.
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

/** The whole council under one status. */
const statusTallies = async (
  db: Db,
  query: TallyQuery & { readonly status: string }
): Promise<Tally[]> => {
  const { theme, item, status, roundIds } = query
  const rows = await db
    .selectFrom('tally_status')
    .select(['theme', 'item', 'kind', 'round_id as roundId', 'value', 'count'])
    .where('service_status', '=', status)
    .where('count', '>', 0)
    .$if(theme !== undefined, (some) => some.where('theme', '=', theme ?? ''))
    .$if(item !== undefined, (some) => some.where('item', '=', item ?? ''))
    .$if(roundIds !== undefined, (some) => some.where('round_id', 'in', roundIds ?? []))
    .$narrowType<{ kind: JudgementKind }>()
    .execute()
  return rows.map(toTally)
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
const judgementTallies = async (
  db: Db,
  query: TallyQuery & { readonly teamIds: readonly string[] }
): Promise<Tally[]> => {
  const { theme, item, teamIds, status, roundIds } = query
  const columns = ['theme', 'item', 'kind', 'round_id', 'value'] as const
  const narrowed = (table: 'judgement' | 'tally_hidden') =>
    db
      .selectFrom(table)
      .select(columns)
      .where('team_id', 'in', teamIds)
      .$if(theme !== undefined, (some) => some.where('theme', '=', theme ?? ''))
      .$if(item !== undefined, (some) => some.where('item', '=', item ?? ''))
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
  if (teamIds !== undefined) {
    const ofTeams = { ...query, teamIds }
    return item === null ? themeTalliesOfTeams(db, ofTeams) : judgementTallies(db, ofTeams)
  }
  return status === undefined ? councilTallies(db, query) : statusTallies(db, { ...query, status })
}
