/** Mail of notices: what waits to be sent and what was, and what each person has chosen. */
import { type Kysely, sql } from 'kysely'
import { text as textOf } from './column-types.ts'

export const mail = {
  async up(db: Kysely<any>): Promise<void> {
    const text = textOf(db)
    await db.schema
      .createTable('mail')
      .addColumn('id', text, (c) => c.primaryKey())
      .addColumn('person_id', text, (c) => c.notNull().references('person.id'))
      .addColumn('sort', text, (c) => c.notNull())
      .addColumn('state', text, (c) => c.notNull())
      .addColumn('is_urgent', 'integer', (c) => c.notNull().defaultTo(0))
      .addColumn('notice_id', text)
      .addColumn('label', text)
      .addColumn('path', text)
      .addColumn('reference', text)
      .addColumn('digest_on', text)
      .addColumn('digest_id', text)
      .addColumn('message_id', text)
      .addColumn('created_at', text, (c) => c.notNull())
      .addColumn('next_at', text, (c) => c.notNull())
      .addColumn('attempts', 'integer', (c) => c.notNull().defaultTo(0))
      .addColumn('leased_by', text)
      .addColumn('leased_until', text)
      .addColumn('tried_at', text)
      .addColumn('failing_since', text)
      .addColumn('fault', text)
      .addColumn('settled_at', text)
      .execute()
    await db.schema
      .createIndex('mail_once_a_notice')
      .on('mail')
      .columns(['notice_id'])
      .unique()
      .where(sql<boolean>`notice_id is not null`)
      .execute()
    await db.schema
      .createIndex('mail_digest_once_a_day')
      .on('mail')
      .columns(['person_id', 'digest_on'])
      .unique()
      .where(sql<boolean>`digest_on is not null`)
      .execute()
    await db.schema
      .createIndex('mail_by_digest')
      .on('mail')
      .columns(['digest_id', 'id'])
      .where(sql<boolean>`digest_id is not null`)
      .execute()
    await db.schema
      .createIndex('mail_waiting')
      .on('mail')
      .columns(['next_at', 'id'])
      .where(sql<boolean>`state = 'waiting'`)
      .execute()
    await db.schema
      .createIndex('mail_held')
      .on('mail')
      .columns(['person_id', 'created_at'])
      .where(sql<boolean>`state = 'held'`)
      .execute()
    await db.schema
      .createIndex('mail_failing')
      .on('mail')
      .columns(['failing_since', 'id'])
      .where(sql<boolean>`failing_since is not null`)
      .execute()
    await db.schema
      .createIndex('mail_settled')
      .on('mail')
      .columns(['settled_at', 'state'])
      .where(sql<boolean>`settled_at is not null`)
      .execute()
    await db.schema.createIndex('mail_by_person').on('mail').columns(['person_id', 'id']).execute()

    await db.schema
      .createTable('mail_choice')
      .addColumn('person_id', text, (c) => c.primaryKey().references('person.id'))
      .addColumn('choice', text, (c) => c.notNull())
      .addColumn('changed_at', text, (c) => c.notNull())
      .execute()
  },
}
