/**
 * The case page: indexes by which a case is found from the start of its reference among those one person may open, and the
 * copies that were made of everything about a case. Also one for the audits that a person had before somebody else was
 * given them.
 */
import { type Kysely, sql } from 'kysely'
import { text as textOf } from './column-types.ts'

export const casePage = {
  async up(db: Kysely<any>): Promise<void> {
    const text = textOf(db)
    // `lower` folds A to Z alone on both databases, as for audits in 0012.
    await sql`create index case_find on case_file (lower(reference))`.execute(db)
    for (const column of ['team_id', 'iro_id', 'worker_id']) {
      const name = `case_find_by_${column.replace('_id', '')}`
      await sql`create index ${sql.ref(name)} on case_file (${sql.ref(column)}, lower(reference))`.execute(
        db
      )
    }

    await db.schema
      .createIndex('audit_by_previous_auditor')
      .on('audit')
      .column('previous_auditor_id')
      .execute()

    await db.schema
      .createTable('case_copy')
      .addColumn('id', text, (c) => c.primaryKey())
      .addColumn('subject_id', text, (c) => c.notNull())
      .addColumn('format', text, (c) => c.notNull())
      .addColumn('made_at', text, (c) => c.notNull())
      .addColumn('made_by', text, (c) => c.notNull().references('person.id'))
      .execute()
    await db.schema
      .createIndex('case_copy_by_subject')
      .on('case_copy')
      .columns(['subject_id', 'made_at'])
      .execute()
  },
}
