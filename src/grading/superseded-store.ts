/**
 * The SQL of judgements that no longer count: how they leave the table of those that do, and how they come back. They
 * are hidden (hidden-store.ts) before they are moved, so moving them changes no figure.
 */
import { sql } from 'kysely'
import type { Db } from '../db/schema.ts'
import { COUNTED, changeHidden } from './hidden-store.ts'

/** What is kept of a judgement; the rest its audit knows. */
const KEPT = [
  'audit_id',
  'theme',
  'item',
  'kind',
  'value',
  'auditor_value',
  'moderated_value',
  'typed_theme',
  'typed_item',
] as const

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
  await changeHidden(db, importId, rows, -1)
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
    .columns(KEPT)
    .expression((eb) => eb.selectFrom('judgement').select(KEPT).where('audit_id', 'in', auditIds))
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
      'typed_theme',
      'typed_item',
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
          'kept.typed_theme',
          'kept.typed_item',
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
  await changeHidden(db, importId, rows, 1)
}
