/** The SQL of copies for the child's record: which were made, and what of the audit's history a copy mentions. */
import type { AuditCopyTable } from '../db/auditor-tables.ts'
import type { Db } from '../db/schema.ts'

export type CopyFormat = AuditCopyTable['format']

/** The last ones made, the newest first. */
const COPIES_SHOWN = 5

export const insertCopy = (
  db: Db,
  copy: { id: string; auditId: string; format: CopyFormat; madeAt: string; madeBy: string }
) =>
  db
    .insertInto('audit_copy')
    .values({
      id: copy.id,
      audit_id: copy.auditId,
      format: copy.format,
      made_at: copy.madeAt,
      made_by: copy.madeBy,
    })
    .execute()

export const listCopies = (db: Db, auditId: string) =>
  db
    .selectFrom('audit_copy')
    .innerJoin('person', 'person.id', 'audit_copy.made_by')
    .where('audit_copy.audit_id', '=', auditId)
    .select([
      'audit_copy.id as id',
      'audit_copy.format as format',
      'audit_copy.made_at as madeAt',
      'person.name as madeByName',
    ])
    .orderBy('audit_copy.made_at', 'desc')
    .orderBy('audit_copy.id', 'desc')
    .limit(COPIES_SHOWN)
    .execute()

export const hasCopySince = async (
  db: Db,
  copy: { auditId: string; format: CopyFormat; madeBy: string; since: string }
): Promise<boolean> => {
  const row = await db
    .selectFrom('audit_copy')
    .where('audit_id', '=', copy.auditId)
    .where('format', '=', copy.format)
    .where('made_by', '=', copy.madeBy)
    .where('made_at', '>=', copy.since)
    .select('id')
    .executeTakeFirst()
  return row !== undefined
}

/** How many texts were changed after they had been submitted. */
export const countSuperseded = async (db: Db, auditId: string): Promise<number> => {
  const row = await db
    .selectFrom('superseded_words')
    .where('audit_id', '=', auditId)
    .select((eb) => eb.fn.count<number>('subject').distinct().as('texts'))
    .executeTakeFirst()
  return Number(row?.texts ?? 0)
}
