/**
 * The SQL by which judgement rows can be there without being counted. An import writes its rows bit by bit while the
 * server goes on working, each bit with its counts in `tally_hidden`; one short transaction then makes them count.
 */
import { sql } from 'kysely'
import type { Db } from '../db/schema.ts'
import type { CountedRow } from './rules/tally-changes.ts'
import { addToTallies, inChunks } from './store.ts'

const PARTS = ['theme', 'item', 'round_id', 'team_id', 'service_status', 'kind', 'value'] as const

const COUNTED = [
  'theme',
  'item',
  'kind',
  'value',
  'round_id as roundId',
  'team_id as teamId',
  'service_status as serviceStatus',
] as const

type HiddenCount = CountedRow & { readonly count: number }

const idOf = (row: CountedRow) =>
  [row.theme, row.item, row.roundId, row.teamId, row.serviceStatus, row.kind, row.value].join(
    '\u0000'
  )

/** Rows to counts, in key order. */
const countRows = (rows: readonly CountedRow[]): HiddenCount[] => {
  const counts = new Map<string, { row: CountedRow; count: number }>()
  for (const row of rows) {
    const entry = counts.get(idOf(row))
    if (entry) entry.count += 1
    else counts.set(idOf(row), { row, count: 1 })
  }
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { row, count }]) => ({ ...row, count }))
}

/** Adds rows to (or, `by` -1, takes them from) what is hidden under an import. */
export const addToHidden = async (
  db: Db,
  importId: string,
  rows: readonly CountedRow[],
  by: 1 | -1 = 1
): Promise<void> => {
  for (const chunk of inChunks(countRows(rows))) {
    await db
      .insertInto('tally_hidden')
      .values(
        chunk.map((row) => ({
          import_id: importId,
          theme: row.theme,
          item: row.item,
          round_id: row.roundId,
          team_id: row.teamId,
          service_status: row.serviceStatus,
          kind: row.kind,
          value: row.value,
          count: by * row.count,
        }))
      )
      .onConflict((conflict) =>
        conflict
          .columns(['import_id', ...PARTS])
          .doUpdateSet((eb) => ({ count: eb('tally_hidden.count', '+', eb.ref('excluded.count')) }))
      )
      .execute()
  }
}

/** Imports that have something hidden, or had until it was taken away again. */
export const listImportsWithHidden = async (db: Db): Promise<string[]> => {
  const rows = await db.selectFrom('tally_hidden').select('import_id as id').distinct().execute()
  return rows.map((row) => row.id)
}

export const clearHidden = async (db: Db, importId: string): Promise<void> => {
  await db.deleteFrom('tally_hidden').where('import_id', '=', importId).execute()
}

/** Forgets keys that came to nought; what else is left is for the recount to find. */
export const dropEmptyHidden = async (db: Db, importId: string): Promise<void> => {
  await db
    .deleteFrom('tally_hidden')
    .where('import_id', '=', importId)
    .where('count', '=', 0)
    .execute()
}

/** Brings kept judgements of replaced audits back as hidden rows of `importId`, to be switched in. */
export const restoreSuperseded = async (
  db: Db,
  importId: string,
  auditIds: readonly string[]
): Promise<void> => {
  if (auditIds.length === 0) return
  await db
    .insertInto('judgement')
    .columns([
      'audit_id',
      'theme',
      'item',
      'kind',
      'value',
      'auditor_value',
      'moderated_value',
      'round_id',
      'team_id',
      'service_status',
    ])
    .expression((eb) =>
      eb
        .selectFrom('superseded_judgement as kept')
        .innerJoin('audit', 'audit.id', 'kept.audit_id')
        .select([
          'kept.audit_id',
          'kept.theme',
          'kept.item',
          'kept.kind',
          'kept.value',
          'kept.auditor_value',
          'kept.moderated_value',
          'audit.round_id',
        ])
        .select((inner) => [
          inner.fn.coalesce('audit.team_id', sql<string>`''`).as('team_id'),
          inner.fn.coalesce('audit.service_status', sql<string>`''`).as('service_status'),
        ])
        .where('kept.audit_id', 'in', auditIds)
    )
    .execute()
  await db.deleteFrom('superseded_judgement').where('audit_id', 'in', auditIds).execute()
  const rows = await db
    .selectFrom('judgement')
    .select(COUNTED)
    .where('audit_id', 'in', auditIds)
    .execute()
  await addToHidden(db, importId, rows)
}

const countsOfAudits = async (db: Db, auditIds: readonly string[]): Promise<HiddenCount[]> => {
  const rows: HiddenCount[] = []
  for (const chunk of inChunks(auditIds)) {
    rows.push(
      ...(await db
        .selectFrom('judgement')
        .select(COUNTED)
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .where('audit_id', 'in', chunk)
        .groupBy(PARTS)
        .execute())
    )
  }
  return rows
}

/** Counts by key: `sign` 1 for what starts to count, -1 for what no longer does. */
const netOf = <Key>(
  parts: readonly { rows: readonly HiddenCount[]; sign: 1 | -1 }[],
  keyOf: (row: HiddenCount) => Key,
  wanted: (row: HiddenCount) => boolean
): (Key & { change: number })[] => {
  const net = new Map<string, { key: Key; change: number }>()
  for (const { rows, sign } of parts) {
    for (const row of rows.filter(wanted)) {
      const key = keyOf(row)
      const id = Object.values(key as object).join('\u0000')
      const entry = net.get(id)
      if (entry) entry.change += sign * row.count
      else net.set(id, { key, change: sign * row.count })
    }
  }
  return [...net]
    .filter(([, { change }]) => change !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { key, change }]) => ({ ...key, change }))
}

/**
 * Makes the hidden rows of an import count, and hides those of `hideAuditIds` in their place. Work in proportion to
 * the number of different keys, not of judgements.
 */
export const switchTallies = async (
  db: Db,
  importId: string,
  hideAuditIds: readonly string[]
): Promise<void> => {
  const shown = await db
    .selectFrom('tally_hidden')
    .select([...COUNTED, 'count'])
    .where('import_id', '=', importId)
    .execute()
  const hidden = await countsOfAudits(db, hideAuditIds)
  const parts = [
    { rows: shown, sign: 1 },
    { rows: hidden, sign: -1 },
  ] as const
  await addToTallies(db, {
    council: netOf(
      parts,
      ({ theme, item, roundId, kind, value }) => ({ theme, item, roundId, kind, value }),
      () => true
    ),
    team: netOf(
      parts,
      ({ teamId, theme, roundId, serviceStatus, value }) => ({
        teamId,
        theme,
        roundId,
        serviceStatus,
        value,
      }),
      (row) => row.item === ''
    ),
  })
  await clearHidden(db, importId)
  const rows = hidden.flatMap(({ count, ...row }) => Array.from({ length: count }, () => row))
  await addToHidden(db, importId, rows)
}

/** Deletes hidden judgement rows and what `tally_hidden` holds for them. */
export const deleteHiddenJudgements = async (
  db: Db,
  importId: string,
  auditIds: readonly string[]
): Promise<void> => {
  if (auditIds.length === 0) return
  const rows = await db
    .deleteFrom('judgement')
    .where('audit_id', 'in', auditIds)
    .returning(COUNTED)
    .execute()
  await addToHidden(db, importId, rows, -1)
}

/** Keeps the judgements of replaced or undone audits where nothing counts them. */
export const moveToSuperseded = async (
  db: Db,
  importId: string,
  auditIds: readonly string[]
): Promise<void> => {
  if (auditIds.length === 0) return
  await db
    .insertInto('superseded_judgement')
    .columns(['audit_id', 'theme', 'item', 'kind', 'value', 'auditor_value', 'moderated_value'])
    .expression((eb) =>
      eb
        .selectFrom('judgement')
        .select(['audit_id', 'theme', 'item', 'kind', 'value', 'auditor_value', 'moderated_value'])
        .where('audit_id', 'in', auditIds)
    )
    .execute()
  await deleteHiddenJudgements(db, importId, auditIds)
}

/** Audits that no longer count and whose judgement rows are still there. */
export const listAuditsToMove = async (db: Db, limit: number): Promise<string[]> => {
  const rows = await db
    .selectFrom('audit')
    .select('id')
    .where('superseded_at', 'is not', null)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('judgement')
          .select(sql`1`.as('one'))
          .whereRef('judgement.audit_id', '=', 'audit.id')
      )
    )
    .limit(limit)
    .execute()
  return rows.map((row) => row.id)
}
