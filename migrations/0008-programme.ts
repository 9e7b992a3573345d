/**
 * Keeping a round moving: how audits ended without being done, what was carried over, due dates that were moved,
 * auditors who were exempted, audits handed over, reminders, and who closed a round.
 */
import { type Kysely, sql } from 'kysely'
import { text as textOf } from './column-types.ts'

export const programme = {
  async up(db: Kysely<any>): Promise<void> {
    const text = textOf(db)
    await db.schema.alterTable('audit').addColumn('previous_auditor_id', text).execute()
    await db.schema.alterTable('round').addColumn('closed_by', text).execute()

    await db.schema
      .createTable('audit_ending')
      .addColumn('id', text, (c) => c.primaryKey())
      .addColumn('audit_id', text, (c) => c.notNull().references('audit.id'))
      .addColumn('round_id', text, (c) => c.notNull().references('round.id'))
      .addColumn('kind', text, (c) => c.notNull())
      .addColumn('reason', text, (c) => c.notNull())
      .addColumn('words', text, (c) => c.notNull())
      .addColumn('state_before', text, (c) => c.notNull())
      .addColumn('ended_at', text, (c) => c.notNull())
      .addColumn('ended_by', text)
      .addColumn('undone_at', text)
      .addColumn('undone_by', text)
      .execute()
    await db.schema
      .createIndex('audit_ending_by_audit')
      .on('audit_ending')
      .column('audit_id')
      .execute()
    await db.schema
      .createIndex('audit_ending_by_round')
      .on('audit_ending')
      .columns(['round_id', 'kind'])
      .execute()

    await db.schema
      .createTable('audit_carry_over')
      .addColumn('audit_id', text, (c) => c.primaryKey().references('audit.id'))
      .addColumn('from_audit_id', text, (c) => c.notNull().unique().references('audit.id'))
      .addColumn('carried_at', text, (c) => c.notNull())
      .addColumn('carried_by', text)
      .execute()

    await db.schema
      .createTable('due_date_change')
      .addColumn('id', text, (c) => c.primaryKey())
      .addColumn('round_id', text, (c) => c.notNull().references('round.id'))
      .addColumn('audit_id', text, (c) => c.references('audit.id'))
      .addColumn('due_before', text)
      .addColumn('due_after', text, (c) => c.notNull())
      .addColumn('reason', text, (c) => c.notNull())
      .addColumn('changed_at', text, (c) => c.notNull())
      .addColumn('changed_by', text)
      .execute()
    await db.schema
      .createIndex('due_date_change_by_audit')
      .on('due_date_change')
      .columns(['audit_id', 'changed_at'])
      .execute()
    await db.schema
      .createIndex('due_date_change_by_round')
      .on('due_date_change')
      .columns(['round_id', 'changed_at'])
      .execute()

    await db.schema
      .createTable('round_exemption')
      .addColumn('id', text, (c) => c.primaryKey())
      .addColumn('round_id', text, (c) => c.notNull().references('round.id'))
      .addColumn('person_id', text, (c) => c.notNull().references('person.id'))
      .addColumn('approved_by', text, (c) => c.notNull().references('person.id'))
      .addColumn('reason', text, (c) => c.notNull())
      .addColumn('recorded_at', text, (c) => c.notNull())
      .addColumn('recorded_by', text)
      .addColumn('lifted_at', text)
      .addColumn('lifted_by', text)
      .execute()
    await sql`create unique index round_exemption_once on round_exemption (round_id, person_id)
      where lifted_at is null`.execute(db)

    await db.schema
      .createTable('hand_over')
      .addColumn('id', text, (c) => c.primaryKey())
      .addColumn('audit_id', text, (c) => c.notNull().references('audit.id'))
      .addColumn('round_id', text, (c) => c.notNull().references('round.id'))
      .addColumn('from_id', text, (c) => c.notNull().references('person.id'))
      .addColumn('to_id', text, (c) => c.notNull().references('person.id'))
      .addColumn('reason', text, (c) => c.notNull())
      .addColumn('state', text, (c) => c.notNull())
      .addColumn('asked_at', text, (c) => c.notNull())
      .addColumn('decided_at', text)
      .addColumn('decided_by', text)
      .addColumn('decision', text, (c) => c.notNull().defaultTo(''))
      .execute()
    await sql`create unique index hand_over_asked_once on hand_over (audit_id) where state = 'asked'`.execute(
      db
    )
    await db.schema
      .createIndex('hand_over_by_round')
      .on('hand_over')
      .columns(['round_id', 'state'])
      .execute()
    await db.schema
      .createIndex('hand_over_by_audit')
      .on('hand_over')
      .columns(['audit_id', 'asked_at'])
      .execute()

    await db.schema
      .createTable('reminder')
      .addColumn('id', text, (c) => c.primaryKey())
      .addColumn('round_id', text, (c) => c.notNull().references('round.id'))
      .addColumn('audit_id', text, (c) => c.notNull().references('audit.id'))
      .addColumn('person_id', text, (c) => c.notNull().references('person.id'))
      .addColumn('reminded_on', text, (c) => c.notNull())
      .addColumn('reminded_at', text, (c) => c.notNull())
      .addColumn('reminded_by', text)
      .execute()
    await db.schema
      .createIndex('reminder_by_audit')
      .on('reminder')
      .columns(['audit_id', 'reminded_at'])
      .execute()
  },
}
