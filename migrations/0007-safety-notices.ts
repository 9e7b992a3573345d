/** Safety notices: who was told, by whom it is to be seen, how it went up the line, and what was decided. */
import { type Kysely, sql } from 'kysely'
import { text as textOf } from './column-types.ts'

export const safetyNotices = {
  async up(db: Kysely<any>): Promise<void> {
    const text = textOf(db)

    await db.schema
      .createTable('safety_notice')
      .addColumn('id', text, (c) => c.primaryKey())
      .addColumn('audit_id', text, (c) => c.notNull().references('audit.id'))
      .addColumn('state', text, (c) => c.notNull())
      .addColumn('answer', text, (c) => c.notNull())
      .addColumn('opened_at', text, (c) => c.notNull())
      .addColumn('opened_by', text)
      .addColumn('level', 'integer', (c) => c.notNull())
      .addColumn('last_told_at', text, (c) => c.notNull())
      .addColumn('acknowledged_at', text)
      .addColumn('acknowledged_by', text)
      .addColumn('closed_at', text)
      .addColumn('revision', 'integer', (c) => c.notNull().defaultTo(1))
      .execute()
    await sql`create unique index safety_notice_open_once on safety_notice (audit_id)
      where state <> 'closed'`.execute(db)
    await db.schema
      .createIndex('safety_notice_by_audit')
      .on('safety_notice')
      .columns(['audit_id', 'opened_at'])
      .execute()
    await db.schema
      .createIndex('safety_notice_by_state')
      .on('safety_notice')
      .columns(['state', 'opened_at'])
      .execute()

    await db.schema
      .createTable('safety_told')
      .addColumn('id', text, (c) => c.primaryKey())
      .addColumn('notice_id', text, (c) => c.notNull().references('safety_notice.id'))
      .addColumn('person_id', text, (c) => c.references('person.id'))
      .addColumn('name', text, (c) => c.notNull())
      .addColumn('role', text, (c) => c.notNull())
      .addColumn('told_at', text, (c) => c.notNull())
      .addColumn('means', text, (c) => c.notNull())
      .addColumn('recorded_at', text, (c) => c.notNull())
      .addColumn('recorded_by', text)
      .execute()
    await db.schema
      .createIndex('safety_told_by_notice')
      .on('safety_told')
      .column('notice_id')
      .execute()

    await db.schema
      .createTable('safety_addressee')
      .addColumn('notice_id', text, (c) => c.notNull().references('safety_notice.id'))
      .addColumn('person_id', text, (c) => c.notNull().references('person.id'))
      .addColumn('level', 'integer', (c) => c.notNull())
      .addColumn('told_at', text, (c) => c.notNull())
      .addColumn('acknowledged_at', text)
      .addPrimaryKeyConstraint('safety_addressee_pk', ['notice_id', 'person_id'])
      .execute()
    await db.schema
      .createIndex('safety_addressee_by_person')
      .on('safety_addressee')
      .columns(['person_id', 'notice_id'])
      .execute()

    await db.schema
      .createTable('safety_entry')
      .addColumn('id', text, (c) => c.primaryKey())
      .addColumn('notice_id', text, (c) => c.notNull().references('safety_notice.id'))
      .addColumn('kind', text, (c) => c.notNull())
      .addColumn('at', text, (c) => c.notNull())
      .addColumn('by_id', text)
      .addColumn('words', text, (c) => c.notNull())
      .addColumn('detail', text, (c) => c.notNull())
      .addColumn('due_on', text)
      .execute()
    await db.schema
      .createIndex('safety_entry_by_notice')
      .on('safety_entry')
      .columns(['notice_id', 'at'])
      .execute()

    await db.schema
      .createTable('safety_cap_override')
      .addColumn('id', text, (c) => c.primaryKey())
      .addColumn('audit_id', text, (c) => c.notNull().references('audit.id'))
      .addColumn('reason', text, (c) => c.notNull())
      .addColumn('set_at', text, (c) => c.notNull())
      .addColumn('set_by', text)
      .addColumn('lifted_at', text)
      .addColumn('lifted_by', text)
      .execute()
    await sql`create unique index safety_cap_override_once on safety_cap_override (audit_id)
      where lifted_at is null`.execute(db)
  },
}
