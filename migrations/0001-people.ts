/** The council, its teams and people, their sessions, and the event log. */
import { type Kysely, sql } from 'kysely'
import { forbidChange, text as textOf } from './column-types.ts'

export const people = {
  async up(db: Kysely<any>): Promise<void> {
    const text = textOf(db)

    await db.schema
      .createTable('council')
      .addColumn('key', text, (c) => c.primaryKey())
      .addColumn('value', text, (c) => c.notNull())
      .execute()

    await db.schema
      .createTable('team')
      .addColumn('id', text, (c) => c.primaryKey())
      .addColumn('name', text, (c) => c.notNull())
      .addColumn('name_key', text, (c) => c.notNull().unique())
      .addColumn('parent_id', text, (c) => c.references('team.id'))
      .addColumn('kind', text, (c) => c.notNull())
      .addColumn('opened_on', text)
      .addColumn('closed_on', text)
      .addColumn('is_historical', 'integer', (c) => c.notNull().defaultTo(0))
      .execute()
    await db.schema
      .createTable('team_path')
      .addColumn('ancestor_id', text, (c) => c.notNull().references('team.id'))
      .addColumn('team_id', text, (c) => c.notNull().references('team.id'))
      .addPrimaryKeyConstraint('team_path_pk', ['ancestor_id', 'team_id'])
      .execute()
    await db.schema.createIndex('team_path_by_team').on('team_path').column('team_id').execute()

    await db.schema
      .createTable('person')
      .addColumn('id', text, (c) => c.primaryKey())
      .addColumn('email', text, (c) => c.notNull())
      .addColumn('email_key', text, (c) => c.notNull().unique())
      .addColumn('name', text, (c) => c.notNull())
      .addColumn('job_title', text, (c) => c.notNull())
      .addColumn('team_id', text, (c) => c.references('team.id'))
      .addColumn('password_hash', text)
      .addColumn('is_active', 'integer', (c) => c.notNull().defaultTo(1))
      .addColumn('created_at', text, (c) => c.notNull())
      .execute()
    await db.schema.createIndex('person_by_team').on('person').column('team_id').execute()
    await db.schema
      .createTable('person_role')
      .addColumn('person_id', text, (c) => c.notNull().references('person.id'))
      .addColumn('role', text, (c) => c.notNull())
      .addPrimaryKeyConstraint('person_role_pk', ['person_id', 'role'])
      .execute()

    await db.schema
      .createTable('session')
      .addColumn('id', text, (c) => c.primaryKey())
      .addColumn('token_hash', text, (c) => c.notNull().unique())
      .addColumn('person_id', text, (c) => c.notNull().references('person.id'))
      .addColumn('created_at', text, (c) => c.notNull())
      .addColumn('seen_at', text, (c) => c.notNull())
      .addColumn('expires_at', text, (c) => c.notNull())
      .addColumn('ended_at', text)
      .execute()
    await db.schema
      .createIndex('session_by_person')
      .on('session')
      .columns(['person_id', 'ended_at'])
      .execute()
    await db.schema
      .createTable('password_link')
      .addColumn('token_hash', text, (c) => c.primaryKey())
      .addColumn('person_id', text, (c) => c.notNull().references('person.id'))
      .addColumn('created_at', text, (c) => c.notNull())
      .addColumn('expires_at', text, (c) => c.notNull())
      .addColumn('used_at', text)
      .execute()
    await db.schema
      .createTable('sign_in_failure')
      .addColumn('key', text, (c) => c.primaryKey())
      .addColumn('failures', 'integer', (c) => c.notNull())
      .addColumn('first_at', text, (c) => c.notNull())
      .execute()
    await db.schema
      .createTable('read_mark')
      .addColumn('person_id', text, (c) => c.notNull())
      .addColumn('subject_id', text, (c) => c.notNull())
      .addColumn('period', text, (c) => c.notNull())
      .addPrimaryKeyConstraint('read_mark_pk', ['person_id', 'subject_id', 'period'])
      .execute()

    await db.schema
      .createTable('event')
      .addColumn('number', 'integer', (c) => c.primaryKey())
      .addColumn('at', text, (c) => c.notNull())
      .addColumn('type', text, (c) => c.notNull())
      .addColumn('actor_kind', text, (c) => c.notNull())
      .addColumn('actor_id', text)
      .addColumn('subject_id', text, (c) => c.notNull())
      .addColumn('details', text, (c) => c.notNull())
      .addColumn('previous_hash', text, (c) => c.notNull())
      .addColumn('hash', text, (c) => c.notNull())
      .execute()
    await db.schema
      .createIndex('event_by_subject')
      .on('event')
      .columns(['subject_id', 'number'])
      .execute()
    await forbidChange(db, 'event', 'the event log is never changed')
    await db.schema
      .createTable('event_head')
      .addColumn('id', 'integer', (c) => c.primaryKey().check(sql`id = 1`))
      .addColumn('number', 'integer', (c) => c.notNull())
      .addColumn('hash', text, (c) => c.notNull())
      .execute()
    await db
      .insertInto('event_head')
      .values({ id: 1, number: 0, hash: '0'.repeat(64) })
      .execute()
  },
}
