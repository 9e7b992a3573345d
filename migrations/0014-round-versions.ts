/** Which versions of a theme's rubric the audits of a round were started with: what a line of results is cut by. */
import { type Kysely, sql } from 'kysely'
import { text as textOf } from './column-types.ts'

export const roundVersions = {
  async up(db: Kysely<any>): Promise<void> {
    const text = textOf(db)
    await db.schema
      .createTable('round_version')
      .addColumn('theme', text, (c) => c.notNull())
      .addColumn('round_id', text, (c) => c.notNull().references('round.id'))
      .addColumn('rubric_version_id', text, (c) => c.notNull().references('rubric_version.id'))
      .addPrimaryKeyConstraint('round_version_pk', ['theme', 'round_id', 'rubric_version_id'])
      .execute()
    await sql`insert into round_version (theme, round_id, rubric_version_id)
      select distinct audit_theme.theme, audit.round_id, audit_theme.rubric_version_id
      from audit_theme join audit on audit.id = audit_theme.audit_id
      where audit_theme.rubric_version_id is not null`.execute(db)
    // Imported audits in rounds of the product are few: they are found without reading the others.
    await sql`create index audit_imported_by_round on audit (round_id)
      where origin = 'import' and is_counted = 1`.execute(db)
  },
}
