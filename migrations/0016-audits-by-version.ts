/** Which audits have a rubric version, for the page that says where it is used. */
import type { Kysely } from 'kysely'

export const auditsByVersion = {
  async up(db: Kysely<any>): Promise<void> {
    await db.schema
      .createIndex('audit_theme_by_version')
      .on('audit_theme')
      .column('rubric_version_id')
      .execute()
  },
}
