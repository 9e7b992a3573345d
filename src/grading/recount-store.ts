/** Counts the roll-ups by group and by item again from the judgements and their audits. recount-tallies.ts compares. */
import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../db/schema.ts'
import { ageBandOf } from './rules/age-band.ts'

export type Count = { readonly key: string; readonly count: number }

type Row = Record<string, string | number | null> & { count: number | string }

const named = (rows: readonly Row[]): Count[] =>
  rows.map(({ count, ...key }) => ({ key: Object.values(key).join(' · '), count: Number(count) }))

const addedUp = (counts: readonly Count[]): Count[] =>
  [...Map.groupBy(counts, ({ key }) => key)].map(([key, some]) => ({
    key,
    count: some.reduce((sum, { count }) => sum + count, 0),
  }))

const counted = sql`from audit join judgement on judgement.audit_id = audit.id where audit.is_counted = 1`

const run = async (db: Db, query: RawBuilder<Row>): Promise<Row[]> => (await query.execute(db)).rows

const ofChild = (db: Db, dimension: string, column: string) =>
  run(
    db,
    sql<Row>`select ${dimension} as dimension, judgement.round_id as r, theme, ${sql.ref(column)} as g,
      judgement.service_status as s, value as v, count(*) as count
      ${counted} and item = '' and ${sql.ref(column)} is not null group by 2, 3, 4, 5, 6`
  )

export const recountGroups = async (db: Db): Promise<{ kept: Count[]; counted: Count[] }> => {
  const ofTeam = sql<Row>`select 'team' as dimension, judgement.round_id as r, theme,
    judgement.team_id as g, '' as s, value as v, count(*) as count
    ${counted} and item = '' group by 2, 3, 4, 6`
  const ofStatus = sql<Row>`select 'status' as dimension, judgement.round_id as r, theme,
    judgement.service_status as g, '' as s, value as v, count(*) as count
    ${counted} and item = '' group by 2, 3, 4, 6`
  const ages = (await ofChild(db, 'age', 'audit.child_age')).map((row) => ({
    ...row,
    g: ageBandOf(Number(row.g)),
  }))
  const kept = sql<Row>`select dimension, round_id, theme, group_key, service_status, value, count
    from tally_group`
  return {
    kept: named(await run(db, kept)),
    counted: [
      ...named(await run(db, ofTeam)),
      ...named(await run(db, ofStatus)),
      ...addedUp(named(ages)),
      ...named(await ofChild(db, 'sex', 'audit.child_sex')),
      ...named(await ofChild(db, 'ethnicity', 'audit.child_ethnicity')),
      ...named(await ofChild(db, 'disability', 'audit.child_disability')),
    ],
  }
}

/** Two counts a key: what was graded, and what of it was below good. */
export const recountItems = async (db: Db): Promise<{ kept: Count[]; counted: Count[] }> => {
  const onGrades = sql`item <> '' and kind = 'grade'
    and value in ('outstanding', 'good', 'requires_improvement', 'inadequate')`
  const both = async (graded: RawBuilder<Row>, weak: RawBuilder<Row>) => [
    ...named(await run(db, graded)).map(({ key, count }) => ({ key: `${key} · graded`, count })),
    ...named(await run(db, weak)).map(({ key, count }) => ({ key: `${key} · below good`, count })),
  ]
  const place = sql`judgement.round_id as r, theme, item, judgement.team_id as t, count(*) as count`
  return {
    kept: await both(
      sql<Row>`select round_id, theme, item, team_id, graded as count from tally_item`,
      sql<Row>`select round_id, theme, item, team_id, weak as count from tally_item`
    ),
    counted: await both(
      sql<Row>`select ${place} ${counted} and ${onGrades} group by 1, 2, 3, 4`,
      sql<Row>`select ${place} ${counted} and ${onGrades}
        and value not in ('outstanding', 'good') group by 1, 2, 3, 4`
    ),
  }
}
