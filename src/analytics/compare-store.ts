/** The SQL of comparing two sets of rounds: counts of every theme's grade, and what each round was asked. */
import { sql } from 'kysely'
import type { Db } from '../db/schema.ts'
import type { Tally } from './rules/tally.ts'
import type { RoundUse } from './rules/theme-lines.ts'
import { listTallies } from './store.ts'

type Narrowed = {
  readonly teamIds: readonly string[] | undefined
  readonly status: string | undefined
  readonly roundIds: readonly string[]
}

/** Theme grades of all themes in some rounds. Without teams they come from the small roll-up by status. */
export const listThemeGrades = async (db: Db, asked: Narrowed): Promise<Tally[]> => {
  const { teamIds, status, roundIds } = asked
  if (roundIds.length === 0) return []
  if (teamIds !== undefined) return listTallies(db, { ...asked, item: null })
  const rows = await db
    .selectFrom('tally_group')
    .select(['theme', 'round_id as roundId', 'value'])
    .select((eb) => eb.fn.sum<number>('count').as('count'))
    .where('dimension', '=', 'status')
    .where('round_id', 'in', roundIds)
    .$if(status !== undefined, (some) => some.where('group_key', '=', status ?? ''))
    .groupBy(['theme', 'round_id', 'value'])
    .having((eb) => eb.fn.sum('count'), '>', 0)
    .execute()
  return rows.map((row) => ({ ...row, item: null, kind: 'grade' }))
}

type Row = {
  what: 'use' | 'history'
  roundId: string
  theme: string
  item: string | null
  versionId: string
  since: string | null
}

/**
 * What rounds were asked under a theme and its items, or under every theme's grade. Of a round with one version of a
 * theme nobody looks at audits. `cross join` keeps SQLite to the order written, from the few rounds on: it would
 * otherwise begin with every audit that counts.
 * @param theme undefined for the grades of all themes
 */
export const loadUses = async (
  db: Db,
  theme: string | undefined,
  roundIds: readonly string[]
): Promise<(roundId: string, theme: string, item: string) => RoundUse> => {
  const rounds = roundIds.length === 0 ? sql`null` : sql.join(roundIds)
  const ofTheme = theme === undefined ? sql`1 = 1` : sql`rv.theme = ${theme}`
  const ofItem = theme === undefined ? sql`m.item_key = ''` : sql`1 = 1`
  // Not a bare column: SQLite would begin with every judgement of the theme instead of with the few audits.
  const judgedTheme = theme === undefined ? sql`1 = 1` : sql`judgement.theme || '' = ${theme}`
  const { rows } = await sql<Row>`
    select 'use' as what, rv.round_id as "roundId", rv.theme as theme, m.item_key as item,
      rv.rubric_version_id as "versionId", m.since_version_id as since
    from round_version rv
    left join rubric_meaning m on m.version_id = rv.rubric_version_id and ${ofItem}
    where rv.round_id in (${rounds}) and ${ofTheme} and (
      1 = (select count(*) from round_version other where other.theme = rv.theme and other.round_id = rv.round_id)
      or exists (
        select 1 from audit cross join audit_theme
        where audit.round_id = rv.round_id and audit.is_counted = 1 and audit_theme.audit_id = audit.id
          and audit_theme.theme = rv.theme and audit_theme.rubric_version_id = rv.rubric_version_id
      ))
    union all
    select distinct 'history', audit.round_id, judgement.theme, '', '', ''
    from round cross join audit cross join judgement
    where round.origin = 'product' and round.id in (${rounds})
      and audit.round_id = round.id and audit.origin = 'import' and audit.is_counted = 1
      and judgement.audit_id = audit.id and ${judgedTheme}`.execute(db)
  const key = (...parts: readonly string[]) => JSON.stringify(parts)
  const uses = Map.groupBy(
    rows.filter(({ what }) => what === 'use'),
    (row) => key(row.roundId, row.theme)
  )
  const history = new Set(
    rows.filter(({ what }) => what === 'history').map((row) => key(row.roundId, row.theme))
  )
  return (roundId, of, item) => {
    const versions = Map.groupBy(uses.get(key(roundId, of)) ?? [], ({ versionId }) => versionId)
    return {
      used: [...versions].map(([versionId, some]) => ({
        versionId,
        sinceVersionId: some.find((use) => use.item === item)?.since ?? versionId,
        reason: '',
      })),
      hasHistory: history.has(key(roundId, of)),
    }
  }
}
