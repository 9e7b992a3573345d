/**
 * The SQL of what an auditor keeps beside the answers, in one query for the pages that show all of it: findings, the
 * person's own marks to come back to, and the hashes of words said to be no names.
 */
import { sql } from 'kysely'
import type { Db } from '../db/schema.ts'

export const listBeside = async (db: Db, auditId: string, personId: string) => {
  const rows = await db
    .selectFrom('finding')
    .where('audit_id', '=', auditId)
    .where('removed_at', 'is', null)
    .select([
      'id',
      sql<'strength' | 'area' | 'note' | 'kept'>`kind`.as('kind'),
      'item_key as itemKey',
      'words',
      'position',
    ])
    .unionAll(
      db
        .selectFrom('audit_note')
        .where('audit_id', '=', auditId)
        .where('person_id', '=', personId)
        .where('is_marked', '=', 1)
        .select([
          'item_key as id',
          sql<'strength' | 'area' | 'note' | 'kept'>`'note'`.as('kind'),
          sql<string | null>`item_key`.as('itemKey'),
          'words',
          sql<number>`0`.as('position'),
        ])
    )
    .unionAll(
      db
        .selectFrom('not_a_name')
        .where('audit_id', '=', auditId)
        .select([
          'word_hash as id',
          sql<'strength' | 'area' | 'note' | 'kept'>`'kept'`.as('kind'),
          sql<string | null>`null`.as('itemKey'),
          sql<string>`''`.as('words'),
          sql<number>`0`.as('position'),
        ])
    )
    .orderBy('position')
    .orderBy('id')
    .execute()
  return {
    findings: rows.flatMap(({ id, kind, itemKey, words }) =>
      kind === 'strength' || kind === 'area' ? [{ id, kind, itemKey, words }] : []
    ),
    notes: rows.flatMap(({ id, kind, words }) => (kind === 'note' ? [{ itemKey: id, words }] : [])),
    keptWords: new Set(rows.flatMap(({ id, kind }) => (kind === 'kept' ? [id] : []))),
  }
}
