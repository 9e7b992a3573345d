/** How far the writing of an evidence pack is, where any server can read it. */
import type { Kysely } from 'kysely'
import { text } from './column-types.ts'

export const evidenceProgress = {
  async up(db: Kysely<any>): Promise<void> {
    const t = text(db)
    await db.schema
      .createTable('evidence_progress')
      .addColumn('person_id', t, (c) => c.notNull().references('person.id'))
      .addColumn('watch', t, (c) => c.notNull())
      .addColumn('export_id', t, (c) => c.notNull())
      .addColumn('state', t, (c) => c.notNull())
      .addColumn('done', 'integer', (c) => c.notNull())
      .addColumn('total', 'integer', (c) => c.notNull())
      .addColumn('changed_at', t, (c) => c.notNull())
      .addPrimaryKeyConstraint('evidence_progress_key', ['person_id', 'watch'])
      .execute()
  },
}
