/** The SQL of copies of alerts that were made for a child's record. */
import type { Db } from '../db/schema.ts'

interface Copy {
  readonly alertId: string
  readonly caseId: string
  readonly format: 'print' | 'docx'
  readonly personId: string
}

export const insertAlertCopy = (
  db: Db,
  copy: Copy & { readonly id: string; readonly now: string }
) =>
  db
    .insertInto('alert_copy')
    .values({
      id: copy.id,
      alert_id: copy.alertId,
      case_id: copy.caseId,
      format: copy.format,
      made_at: copy.now,
      made_by: copy.personId,
    })
    .execute()

export const hasAlertCopySince = async (db: Db, copy: Copy, since: string): Promise<boolean> => {
  const row = await db
    .selectFrom('alert_copy')
    .where('alert_id', '=', copy.alertId)
    .where('case_id', '=', copy.caseId)
    .where('format', '=', copy.format)
    .where('made_by', '=', copy.personId)
    .where('made_at', '>=', since)
    .select('id')
    .executeTakeFirst()
  return row !== undefined
}
