/** The statistical facts of submitted and imported audits, and the two small roll-ups that pages read. */
import type { Kysely } from 'kysely'
import { text as textOf } from './column-types.ts'

export const judgements = {
  async up(db: Kysely<any>): Promise<void> {
    const text = textOf(db)

    await db.schema
      .createTable('judgement')
      .addColumn('audit_id', text, (c) => c.notNull().references('audit.id'))
      .addColumn('theme', text, (c) => c.notNull())
      .addColumn('item', text, (c) => c.notNull())
      .addColumn('kind', text, (c) => c.notNull())
      .addColumn('value', text, (c) => c.notNull())
      .addColumn('auditor_value', text, (c) => c.notNull())
      .addColumn('moderated_value', text)
      .addColumn('round_id', text, (c) => c.notNull().references('round.id'))
      .addColumn('team_id', text, (c) => c.notNull())
      .addColumn('service_status', text, (c) => c.notNull())
      .addPrimaryKeyConstraint('judgement_pk', ['audit_id', 'theme', 'item'])
      .execute()
    await db.schema
      .createIndex('judgement_by_team')
      .on('judgement')
      .columns(['team_id', 'theme', 'item', 'service_status', 'round_id', 'kind', 'value'])
      .execute()
    await db.schema
      .createIndex('judgement_by_theme')
      .on('judgement')
      .columns(['theme', 'item', 'service_status', 'round_id', 'kind', 'value'])
      .execute()
    await db.schema
      .createTable('tally_council')
      .addColumn('theme', text, (c) => c.notNull())
      .addColumn('item', text, (c) => c.notNull())
      .addColumn('round_id', text, (c) => c.notNull())
      .addColumn('kind', text, (c) => c.notNull())
      .addColumn('value', text, (c) => c.notNull())
      .addColumn('count', 'integer', (c) => c.notNull())
      .addPrimaryKeyConstraint('tally_council_pk', ['theme', 'item', 'round_id', 'kind', 'value'])
      .execute()
    await db.schema
      .createTable('tally_team')
      .addColumn('team_id', text, (c) => c.notNull())
      .addColumn('theme', text, (c) => c.notNull())
      .addColumn('round_id', text, (c) => c.notNull())
      .addColumn('service_status', text, (c) => c.notNull())
      .addColumn('value', text, (c) => c.notNull())
      .addColumn('count', 'integer', (c) => c.notNull())
      .addPrimaryKeyConstraint('tally_team_pk', [
        'team_id',
        'theme',
        'round_id',
        'service_status',
        'value',
      ])
      .execute()
  },
}
