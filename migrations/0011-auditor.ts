/**
 * The auditor's side: copies made for the child's record, what the auditor wants to come back to, what was said not to
 * be a name, and each person's calendar address.
 */
import type { Kysely } from 'kysely'
import { text as textOf } from './column-types.ts'

export const auditor = {
  async up(db: Kysely<any>): Promise<void> {
    const text = textOf(db)
    await db.schema
      .createTable('audit_copy')
      .addColumn('id', text, (c) => c.primaryKey())
      .addColumn('audit_id', text, (c) => c.notNull().references('audit.id'))
      .addColumn('format', text, (c) => c.notNull())
      .addColumn('made_at', text, (c) => c.notNull())
      .addColumn('made_by', text, (c) => c.notNull().references('person.id'))
      .execute()
    await db.schema
      .createIndex('audit_copy_by_audit')
      .on('audit_copy')
      .columns(['audit_id', 'made_at'])
      .execute()

    await db.schema
      .createTable('audit_note')
      .addColumn('audit_id', text, (c) => c.notNull().references('audit.id'))
      .addColumn('person_id', text, (c) => c.notNull().references('person.id'))
      .addColumn('item_key', text, (c) => c.notNull())
      .addColumn('is_marked', 'integer', (c) => c.notNull())
      .addColumn('words', text, (c) => c.notNull())
      .addColumn('revision', 'integer', (c) => c.notNull())
      .addColumn('saved_at', text, (c) => c.notNull())
      .addPrimaryKeyConstraint('audit_note_pk', ['audit_id', 'person_id', 'item_key'])
      .execute()

    await db.schema
      .createTable('not_a_name')
      .addColumn('audit_id', text, (c) => c.notNull().references('audit.id'))
      .addColumn('word_hash', text, (c) => c.notNull())
      .addColumn('said_at', text, (c) => c.notNull())
      .addColumn('said_by', text, (c) => c.notNull().references('person.id'))
      .addPrimaryKeyConstraint('not_a_name_pk', ['audit_id', 'word_hash'])
      .execute()

    await db.schema
      .createTable('calendar_feed')
      .addColumn('person_id', text, (c) => c.primaryKey().references('person.id'))
      .addColumn('token_hash', text, (c) => c.notNull().unique())
      .addColumn('made_at', text, (c) => c.notNull())
      .execute()
  },
}
