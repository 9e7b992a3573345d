/** The SQL of baselines: from which date on the charts of a theme are measured anew. */
import { sql } from 'kysely'
import type { Db } from '../db/schema.ts'
import { settingValue } from '../settings/rules/setting-value.ts'
import type { Baseline } from './rules/spc-chart.ts'

export type StandingBaseline = Baseline & {
  readonly theme: string
  readonly setBy: string | null
  readonly setAt: string
}

/** How an item's meaning in a version goes back to an earlier one, in one recent round. */
export type ItemUse = {
  readonly roundId: string
  /** '' where the rubric says nothing of it: the item means what it means in its own version. */
  readonly item: string
  readonly versionId: string
  readonly sinceVersionId: string
}

export type OverTimeFacts = {
  /** By date. */
  readonly baselines: readonly StandingBaseline[]
  readonly runLength: number
  readonly uses: readonly ItemUse[]
  /** Recent rounds of the product that hold imported audits too. */
  readonly withHistory: ReadonlySet<string>
  /** Criteria on the four grades in recent rounds; none where a service status narrows. */
  readonly counts: readonly ItemCount[]
}

/** How many answers on the four grades an item had in a round, and how many of them below good. */
export type ItemCount = {
  readonly roundId: string
  readonly item: string
  readonly n: number
  readonly below: number
}

type Row = {
  what: 'baseline' | 'setting' | 'use' | 'history' | 'item'
  a: string
  b: string | null
  c: string | null
  d: string | null
  e: string | null
}

/**
 * What a theme over time needs beside its counts, in one query of parts: its baselines, the run length that the
 * council has chosen, and of rounds since a date what their items were asked and how often they were below good. Of a round with one version nobody looks at
 * audits.
 * @param since London date
 */
export const loadOverTimeFacts = async (
  db: Db,
  theme: string,
  since: string,
  teamIds: readonly string[] | undefined
): Promise<OverTimeFacts> => {
  const ofTeams =
    teamIds === undefined ? sql`1 = 1` : sql`tally_item.team_id in (${sql.join(teamIds)})`
  const { rows } = await sql<Row>`
    select 'baseline' as what, chart_baseline.id as a, starts_on as b, reason as c, person.name as d, set_at as e
    from chart_baseline left join person on person.id = chart_baseline.set_by
    where theme = ${theme} and undone_at is null
    union all
    select 'setting', value, '', '', '', '' from setting
    where key = 'spc_run_length'
      and revision = (select max(revision) from setting where key = 'spc_run_length')
    union all
    select 'use', rv.round_id, m.item_key, rv.rubric_version_id, m.since_version_id, ''
    from round_version rv
    join round on round.id = rv.round_id and round.round_on > ${since}
    left join rubric_meaning m on m.version_id = rv.rubric_version_id
    where rv.theme = ${theme} and (
      1 = (select count(*) from round_version other where other.theme = rv.theme and other.round_id = rv.round_id)
      or exists (
        select 1 from audit join audit_theme on audit_theme.audit_id = audit.id and audit_theme.theme = rv.theme
        where audit.round_id = rv.round_id and audit.is_counted = 1
          and audit_theme.rubric_version_id = rv.rubric_version_id
      ))
    union all
    select 'history', round.id, '', '', '', '' from round
    where round.round_on > ${since} and round.origin = 'product' and exists (
      select 1 from audit join judgement on judgement.audit_id = audit.id and judgement.theme = ${theme}
      where audit.round_id = round.id and audit.origin = 'import' and audit.is_counted = 1)
    union all
    select 'item', round_id, item, cast(sum(graded) as text), cast(sum(weak) as text), ''
    from tally_item where theme = ${theme} and ${ofTeams}
      and round_id in (select id from round where round_on > ${since})
    group by round_id, item having sum(graded) > 0`.execute(db)
  const of = (what: Row['what']) => rows.filter((row) => row.what === what)
  return {
    baselines: of('baseline')
      .map(({ a, b, c, d, e }) => ({
        ...{ id: a, theme, startsOn: b ?? '', reason: c ?? '', setBy: d, setAt: e ?? '' },
      }))
      .toSorted((one, other) => (one.startsOn < other.startsOn ? -1 : 1)),
    runLength: settingValue('spc_run_length', of('setting')[0]?.a),
    uses: of('use').map(({ a, b, c, d }) => ({
      roundId: a,
      item: b ?? '',
      versionId: c ?? '',
      sinceVersionId: d ?? c ?? '',
    })),
    withHistory: new Set(of('history').map(({ a }) => a)),
    counts: of('item').map(({ a, b, c, d }) => ({
      ...{ roundId: a, item: b ?? '', n: Number(c), below: Number(d) },
    })),
  }
}

/** Undefined where there is none, or it was undone. */
export const findBaseline = (db: Db, id: string): Promise<StandingBaseline | undefined> =>
  db
    .selectFrom('chart_baseline')
    .leftJoin('person', 'person.id', 'chart_baseline.set_by')
    .select(['chart_baseline.id', 'theme', 'starts_on as startsOn', 'reason'])
    .select(['person.name as setBy', 'set_at as setAt'])
    .where('chart_baseline.id', '=', id)
    .where('undone_at', 'is', null)
    .executeTakeFirst()

/** @returns false where the theme has a baseline of that date */
export const insertBaseline = async (
  db: Db,
  row: Baseline & { readonly theme: string; readonly by: string | null; readonly at: string }
): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('chart_baseline')
    .values({
      id: row.id,
      theme: row.theme,
      starts_on: row.startsOn,
      reason: row.reason,
      set_by: row.by,
      set_at: row.at,
      undone_by: null,
      undone_at: null,
    })
    .onConflict((oc) => oc.doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** @returns false where somebody else was first */
export const setBaselineUndone = async (
  db: Db,
  id: string,
  undone: { readonly by: string | null; readonly at: string }
): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .updateTable('chart_baseline')
    .set({ undone_by: undone.by, undone_at: undone.at })
    .where('id', '=', id)
    .where('undone_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Dates of the first and the last round in which the theme was judged; undefined where it never was. */
export const findThemeSpan = async (
  db: Db,
  theme: string
): Promise<{ readonly first: string; readonly last: string } | undefined> => {
  const { first, last } = await db
    .selectFrom('round')
    .select((eb) => [eb.fn.min('round_on').as('first'), eb.fn.max('round_on').as('last')])
    .where('id', 'in', (eb) =>
      eb.selectFrom('tally_council').select('round_id').where('theme', '=', theme)
    )
    .executeTakeFirstOrThrow()
  return first === null || last === null ? undefined : { first, last }
}
