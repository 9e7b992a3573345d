/**
 * The register of alerts: which alerts have which trait, as sets of their numbers, so that any filter with any other is an
 * intersection; what each alert was entered under; the index of the order by reference; copies for a child's record.
 */
import { type Kysely, sql } from 'kysely'
import { text as textOf } from './column-types.ts'

export const alertRegister = {
  async up(db: Kysely<any>): Promise<void> {
    const text = textOf(db)
    await db.schema
      .createTable('alert_set')
      .addColumn('trait', text, (c) => c.notNull())
      .addColumn('block', 'integer', (c) => c.notNull())
      .addColumn('members', text, (c) => c.notNull())
      .addPrimaryKeyConstraint('alert_set_pk', ['trait', 'block'])
      .execute()
    await db.schema
      .createTable('alert_traits')
      .addColumn('alert_id', text, (c) => c.primaryKey().references('alert.id'))
      .addColumn('traits', text, (c) => c.notNull())
      .execute()
    // `lower` folds A to Z alone on both databases, as in 0012.
    await sql`create index alert_by_reference on alert (lower(case_reference), number)`.execute(db)

    await db.schema
      .createTable('alert_copy')
      .addColumn('id', text, (c) => c.primaryKey())
      .addColumn('alert_id', text, (c) => c.notNull().references('alert.id'))
      .addColumn('case_id', text, (c) => c.notNull().references('case_file.id'))
      .addColumn('format', text, (c) => c.notNull())
      .addColumn('made_at', text, (c) => c.notNull())
      .addColumn('made_by', text, (c) => c.notNull().references('person.id'))
      .execute()
    await db.schema
      .createIndex('alert_copy_by_alert')
      .on('alert_copy')
      .columns(['alert_id', 'made_at'])
      .execute()
  },
}
