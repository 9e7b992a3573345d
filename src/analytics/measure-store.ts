/** The SQL of measures over time: those of one theme, round by round. */
import { sql } from 'kysely'
import type { Db } from '../db/schema.ts'
import type { JudgementKind } from '../grading/rules/judgement.ts'
import { auditThemeKey } from '../rubrics/rules/rubric.ts'

export type MeasureTally = {
  readonly item: string
  readonly kind: JudgementKind
  readonly roundId: string
  readonly value: string
  readonly count: number
}

/** Themes of which some measure was answered. A few thousand keys in the roll-up. */
export const listMeasuredThemes = async (db: Db): Promise<string[]> => {
  const rows = await db
    .selectFrom('tally_council')
    .select('theme')
    .distinct()
    .where('kind', '<>', 'grade')
    .where('theme', '<>', auditThemeKey)
    .where('count', '>', 0)
    .execute()
  return rows.map(({ theme }) => theme)
}

type MeasureQuery = {
  readonly theme: string
  /** Measures of the rubric: an index finds each of them. */
  readonly items: readonly string[]
  readonly roundIds: readonly string[]
  readonly teamIds: readonly string[] | undefined
  readonly status: string | undefined
}

/** The whole council comes from its roll-ups, with measures that only history knows; teams from an index. */
export const listMeasureTallies = async (
  db: Db,
  { theme, items, roundIds, teamIds, status }: MeasureQuery
): Promise<MeasureTally[]> => {
  if (roundIds.length === 0 || teamIds?.length === 0) return []
  if (teamIds === undefined) {
    return db
      .selectFrom(status === undefined ? 'tally_council' : 'tally_status')
      .select(['item', 'kind', 'round_id as roundId', 'value', 'count'])
      .where('theme', '=', theme)
      .where('kind', '<>', 'grade')
      .where('round_id', 'in', roundIds)
      .where('count', '>', 0)
      .$if(status !== undefined, (some) => some.where(sql.ref('service_status'), '=', status))
      .$narrowType<{ kind: JudgementKind }>()
      .execute()
  }
  if (items.length === 0) return []
  const narrowed = (table: 'judgement' | 'tally_hidden') =>
    db
      .selectFrom(table)
      .select(['item', 'kind', 'round_id', 'value'])
      .where('theme', '=', theme)
      .where('item', 'in', items)
      .where('kind', '<>', 'grade')
      .where('round_id', 'in', roundIds)
      .where('team_id', 'in', teamIds)
      .$if(status !== undefined, (some) => some.where('service_status', '=', status ?? ''))
      .groupBy(['item', 'kind', 'round_id', 'value'])
  const rows = await db
    .selectFrom(
      narrowed('judgement')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .unionAll(narrowed('tally_hidden').select(sql<number>`-sum(count)`.as('count')))
        .as('both')
    )
    .select(['item', 'kind', 'round_id as roundId', 'value'])
    .select((eb) => eb.fn.sum<number>('count').as('count'))
    .groupBy(['item', 'kind', 'round_id', 'value'])
    .having((eb) => eb.fn.sum('count'), '>', 0)
    .$narrowType<{ kind: JudgementKind }>()
    .execute()
  return rows.map((row) => ({ ...row, count: Number(row.count) }))
}
