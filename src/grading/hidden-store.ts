/**
 * The SQL by which judgement rows can be there without being counted. An import writes its rows bit by bit while the
 * server goes on working, each bit with its counts in `tally_hidden`; one short transaction then makes them count.
 */
import type { Db } from '../db/schema.ts'
import { type CountedRow, changesOf } from './rules/tally-changes.ts'
import {
  type BuiltQuery,
  inChunks,
  judgementInserts,
  type NewJudgement,
  runBuilt,
  tallyUpserts,
} from './store.ts'

const PARTS = ['theme', 'item', 'round_id', 'team_id', 'service_status', 'kind', 'value'] as const

/** A judgement's columns as it is counted. */
export const COUNTED = [
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

/** Takes rows from (or, `by` 1, adds them to) what is hidden under an import. */
export const changeHidden = (
  db: Db,
  importId: string,
  rows: readonly CountedRow[],
  by: 1 | -1
): Promise<void> => runBuilt(db, hiddenUpserts(db, importId, countRows(rows), by))

/** Adds counts to (or, `by` -1, takes them from) what is hidden under an import. */
const hiddenUpserts = (
  db: Db,
  importId: string,
  counts: readonly HiddenCount[],
  by: 1 | -1
): BuiltQuery[] =>
  inChunks(counts).map((chunk) =>
    db
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
      .compile()
  )

/** Writes judgement rows that nobody counts yet, with their counts beside them. */
export const hiddenInserts = (
  db: Db,
  importId: string,
  rows: readonly NewJudgement[]
): BuiltQuery[] => {
  const counted = rows.map((row) => ({
    theme: row.theme,
    item: row.item,
    kind: row.kind,
    value: row.value,
    roundId: row.round_id,
    teamId: row.team_id,
    serviceStatus: row.service_status,
  }))
  return [...judgementInserts(db, rows), ...hiddenUpserts(db, importId, countRows(counted), 1)]
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

/**
 * Makes the hidden rows of an import count, and hides those of `hideAuditIds` in their place. Reads first and gives back
 * what is to be run in the transaction: so many keys, however many judgements. What is read must not change in between,
 * and does not while one import is at work: imported judgements change by imports alone.
 */
export const switchQueries = async (
  db: Db,
  importId: string,
  hideAuditIds: readonly string[]
): Promise<BuiltQuery[]> => {
  const shown = await db
    .selectFrom('tally_hidden')
    .select([...COUNTED, 'count'])
    .where('import_id', '=', importId)
    .execute()
  const hidden = await countsOfAudits(db, hideAuditIds)
  return [
    ...tallyUpserts(
      db,
      changesOf([
        ...shown.map((row) => ({ row, by: row.count })),
        ...hidden.map((row) => ({ row, by: -row.count })),
      ])
    ),
    db.deleteFrom('tally_hidden').where('import_id', '=', importId).compile(),
    ...hiddenUpserts(db, importId, hidden, 1),
  ]
}
