/**
 * Counts every judgement again, with other SQL than the one that keeps the roll-ups, and says where they differ.
 * For `plumbline check`; changes nothing.
 */
import type { Db } from '../db/schema.ts'
import { recountGroups, recountItems } from './recount-store.ts'

/** One key under which the roll-up and the judgements disagree. */
export type TallyDifference = {
  readonly tally: `tally_${'council' | 'status' | 'team' | 'hidden' | 'group' | 'item'}`
  readonly key: string
  readonly kept: number
  readonly counted: number
}

type Counted = { key: string; count: number }

const compare = (
  tally: TallyDifference['tally'],
  kept: readonly Counted[],
  counted: readonly Counted[]
): TallyDifference[] => {
  const keptByKey = new Map(kept.map((row) => [row.key, row.count]))
  const countedByKey = new Map(counted.map((row) => [row.key, row.count]))
  return [...new Set([...keptByKey.keys(), ...countedByKey.keys()])]
    .map((key) => ({
      tally,
      key,
      kept: keptByKey.get(key) ?? 0,
      counted: countedByKey.get(key) ?? 0,
    }))
    .filter((row) => row.kept !== row.counted)
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
}

const named = (rows: readonly { count: number; [column: string]: string | number }[]): Counted[] =>
  rows.map(({ count, ...key }) => ({ key: Object.values(key).join(' · '), count }))

/** Judgements of audits that count, or (hidden) of those that do not. */
const judgementsOf = (db: Db, counted: 0 | 1) =>
  db
    .selectFrom('audit')
    .innerJoin('judgement', 'judgement.audit_id', 'audit.id')
    .where('audit.is_counted', '=', counted)

/** Empty when everything agrees. */
export const recountTallies = async (db: Db): Promise<TallyDifference[]> => {
  const council = ['theme', 'item', 'round_id', 'kind', 'value'] as const
  const status = ['service_status', ...council] as const
  const team = ['team_id', 'theme', 'round_id', 'service_status', 'value'] as const
  const hidden = [
    'theme',
    'item',
    'round_id',
    'team_id',
    'service_status',
    'kind',
    'value',
  ] as const
  const prefixed = <Column extends string>(columns: readonly Column[]) =>
    columns.map((column) => `judgement.${column}` as const)
  const groups = await recountGroups(db)
  const items = await recountItems(db)

  return [
    ...compare(
      'tally_council',
      named(
        await db
          .selectFrom('tally_council')
          .select([...council, 'count'])
          .execute()
      ),
      named(
        await judgementsOf(db, 1)
          .select(prefixed(council))
          .select((eb) => eb.fn.countAll<number>().as('count'))
          .groupBy(prefixed(council))
          .execute()
      )
    ),
    ...compare(
      'tally_status',
      named(
        await db
          .selectFrom('tally_status')
          .select([...status, 'count'])
          .execute()
      ),
      named(
        await judgementsOf(db, 1)
          .select(prefixed(status))
          .select((eb) => eb.fn.countAll<number>().as('count'))
          .groupBy(prefixed(status))
          .execute()
      )
    ),
    ...compare(
      'tally_team',
      named(
        await db
          .selectFrom('tally_team')
          .select([...team, 'count'])
          .execute()
      ),
      named(
        await judgementsOf(db, 1)
          .where('judgement.item', '=', '')
          .select(prefixed(team))
          .select((eb) => eb.fn.countAll<number>().as('count'))
          .groupBy(prefixed(team))
          .execute()
      )
    ),
    ...compare(
      'tally_hidden',
      named(
        await db
          .selectFrom('tally_hidden')
          .select(hidden)
          .select((eb) => eb.fn.sum<number>('count').as('count'))
          .groupBy(hidden)
          .execute()
      ),
      named(
        await judgementsOf(db, 0)
          .select(prefixed(hidden))
          .select((eb) => eb.fn.countAll<number>().as('count'))
          .groupBy(prefixed(hidden))
          .execute()
      )
    ),
    ...compare('tally_group', groups.kept, groups.counted),
    ...compare('tally_item', items.kept, items.counted),
  ]
}
