/**
 * The SQL by which judgements of imported audits go under another name, and back. What was typed stays with the row. The
 * roll-ups follow in the same transaction (moveChanges); judgements that no longer count move along, so that an undone
 * import comes back under the right names.
 */
import { sql } from 'kysely'
import type { Db } from '../db/schema.ts'
import { COUNTED } from './hidden-store.ts'
import type { CountedGroup } from './rules/move-changes.ts'

/** Which judgements: of a theme or an item as it is now, or those that a mapping took from `typed…`. */
export type MappedRows = {
  readonly theme?: string
  readonly item?: string
  readonly typedTheme?: string
  readonly typedItem?: string
  /** The team of their audit as it is now, and as the file had it. */
  readonly teamId?: string
  readonly typedTeamId?: string
}

type Names = { theme: string; item: string; typed_theme: string | null; typed_item: string | null }

/** The conditions on a row's own columns; both tables have them. */
const named = (rows: MappedRows) =>
  (
    [
      ['theme', rows.theme],
      ['item', rows.item],
      ['typed_theme', rows.typedTheme],
      ['typed_item', rows.typedItem],
    ] as const satisfies readonly (readonly [keyof Names, string | undefined])[]
  ).flatMap(([column, value]) => (value === undefined ? [] : [{ column, value }]))

/** Imported audits, of a team where one is asked for. */
const importedAudits = (db: Db, rows: MappedRows, isCounted: boolean) => {
  let query = db.selectFrom('audit').select('audit.id').where('audit.origin', '=', 'import')
  if (isCounted) query = query.where('audit.is_counted', '=', 1)
  if (rows.teamId !== undefined) query = query.where('audit.team_id', '=', rows.teamId)
  if (rows.typedTeamId !== undefined) {
    query = query.where('audit.imported_team_id', '=', rows.typedTeamId)
  }
  return query
}

/** Counted judgements by the key under which they are counted. */
export const countMapped = (db: Db, rows: MappedRows): Promise<CountedGroup[]> => {
  let query = db
    .selectFrom('judgement')
    .select(COUNTED)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('audit_id', 'in', importedAudits(db, rows, true))
  for (const { column, value } of named(rows)) query = query.where(column, '=', value)
  return query
    .groupBy(['theme', 'item', 'round_id', 'team_id', 'service_status', 'kind', 'value'])
    .execute()
}

/** Audits with counted judgements among these. */
export const countMappedAudits = async (db: Db, rows: MappedRows): Promise<number> => {
  let query = db
    .selectFrom('judgement')
    .select((eb) => eb.fn.count<number>('audit_id').distinct().as('audits'))
    .where('audit_id', 'in', importedAudits(db, rows, true))
  for (const { column, value } of named(rows)) query = query.where(column, '=', value)
  return Number((await query.executeTakeFirst())?.audits ?? 0)
}

/**
 * References of audits that would have two judgements of one theme and item, in either table; at most ten.
 * @param item undefined: each item under its own name
 */
export const listClashes = async (
  db: Db,
  from: { readonly theme: string; readonly item?: string },
  to: { readonly theme: string; readonly item?: string }
): Promise<string[]> => {
  const found: string[] = []
  for (const table of ['judgement', 'superseded_judgement'] as const) {
    const { rows } = await sql<{ reference: string }>`
      select distinct audit.reference as reference
      from ${sql.table(table)} as moved
      join ${sql.table(table)} as there on there.audit_id = moved.audit_id
        and there.theme = ${to.theme}
        and there.item = ${to.item === undefined ? sql.ref('moved.item') : to.item}
      join audit on audit.id = moved.audit_id
      where audit.origin = 'import' and moved.theme = ${from.theme}
        ${from.item === undefined ? sql`` : sql`and moved.item = ${from.item}`}
      order by reference limit 10`.execute(db)
    found.push(...rows.map(({ reference }) => reference))
  }
  return [...new Set(found)].slice(0, 10)
}

type Columns = Readonly<Record<string, unknown>>

const update = async (db: Db, rows: MappedRows, change: Columns) => {
  for (const table of ['judgement', 'superseded_judgement'] as const) {
    const isCounted = table === 'judgement'
    let query = db
      .updateTable(table)
      .set(change)
      .where('audit_id', 'in', importedAudits(db, rows, isCounted))
    for (const { column, value } of named(rows)) query = query.where(column, '=', value)
    await query.execute()
  }
}

const coalesce = (...names: readonly string[]) =>
  sql<string>`coalesce(${sql.join(names.map((name) => sql.ref(name)))})`

/** Puts judgements under another theme or item; what they were first typed under is kept. */
export const renameJudgements = (
  db: Db,
  rows: MappedRows,
  to: { readonly theme?: string; readonly item?: string }
): Promise<void> =>
  update(db, rows, {
    typed_theme: coalesce('typed_theme', 'theme'),
    typed_item: coalesce('typed_item', 'item'),
    ...to,
  })

/** Puts judgements back under the theme and item that were typed. */
export const restoreTyped = (db: Db, rows: MappedRows): Promise<void> =>
  update(db, rows, {
    theme: sql.ref('typed_theme'),
    item: sql.ref('typed_item'),
    typed_theme: null,
    typed_item: null,
  })

/** Puts judgements back under the item that was typed; their theme stays where another mapping has put it. */
export const restoreTypedItem = async (db: Db, rows: MappedRows): Promise<void> => {
  const isOwn = sql`typed_theme = theme`
  await update(db, rows, {
    item: sql.ref('typed_item'),
    typed_theme: sql`case when ${isOwn} then null else typed_theme end`,
    typed_item: sql`case when ${isOwn} then null else typed_item end`,
  })
}

/** Takes imported audits of one team, and their judgements, to another. */
export const moveTeam = async (db: Db, rows: MappedRows, toTeamId: string, isBack: boolean) => {
  await db
    .updateTable('judgement')
    .set({ team_id: toTeamId })
    .where('audit_id', 'in', importedAudits(db, rows, true))
    .execute()
  await db
    .updateTable('audit')
    .set({ team_id: toTeamId, imported_team_id: isBack ? null : sql.ref<string>('team_id') })
    .where('id', 'in', importedAudits(db, rows, false))
    .execute()
}
