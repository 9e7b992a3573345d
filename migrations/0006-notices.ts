/** Notices to people, the council's own settings with every value they ever had, and which jobs ran and run. */
import { type Kysely, sql } from 'kysely'
import { text as textOf } from './column-types.ts'

export const notices = {
  async up(db: Kysely<any>): Promise<void> {
    const text = textOf(db)
    await db.schema
      .createTable('notice')
      .addColumn('id', text, (c) => c.primaryKey())
      .addColumn('person_id', text, (c) => c.notNull().references('person.id'))
      .addColumn('kind', text, (c) => c.notNull())
      .addColumn('about_kind', text, (c) => c.notNull())
      .addColumn('about_id', text, (c) => c.notNull())
      .addColumn('reference', text)
      .addColumn('due_on', text)
      .addColumn('once_key', text)
      .addColumn('stands', 'integer', (c) => c.notNull().defaultTo(0))
      .addColumn('created_at', text, (c) => c.notNull())
      .addColumn('read_at', text)
      .execute()
    await db.schema
      .createIndex('notice_once')
      .on('notice')
      .columns(['person_id', 'once_key'])
      .unique()
      .where(sql<boolean>`once_key is not null`)
      .execute()
    await db.schema
      .createIndex('notice_by_person')
      .on('notice')
      .columns(['person_id', 'id'])
      .execute()
    await db.schema
      .createIndex('notice_unread')
      .on('notice')
      .columns(['person_id', 'id'])
      .where(sql<boolean>`read_at is null`)
      .execute()
    await db.schema
      .createIndex('notice_standing')
      .on('notice')
      .columns(['person_id', 'about_kind', 'about_id'])
      .where(sql<boolean>`stands = 1`)
      .execute()
    await db.schema.createIndex('notice_by_about').on('notice').columns(['about_id']).execute()

    await db.schema
      .createTable('setting')
      .addColumn('key', text, (c) => c.notNull())
      .addColumn('revision', 'integer', (c) => c.notNull())
      .addColumn('value', text, (c) => c.notNull())
      .addColumn('changed_at', text, (c) => c.notNull())
      .addColumn('changed_by', text, (c) => c.references('person.id'))
      .addPrimaryKeyConstraint('setting_pk', ['key', 'revision'])
      .execute()

    await db.schema
      .createTable('job_run')
      .addColumn('name', text, (c) => c.primaryKey())
      .addColumn('next_at', text, (c) => c.notNull())
      .addColumn('leased_by', text)
      .addColumn('leased_until', text)
      .addColumn('started_at', text)
      .addColumn('finished_at', text)
      .addColumn('failed_at', text)
      .execute()
  },
}
