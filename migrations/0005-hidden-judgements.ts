/**
 * What lets an import of many rows be switched in by one short transaction: counts of judgement rows that are there but
 * not counted (staged, or superseded and not yet moved), and the place where superseded judgements are kept.
 */
import type { Kysely } from 'kysely'
import { text as textOf } from './column-types.ts'

export const hiddenJudgements = {
  async up(db: Kysely<any>): Promise<void> {
    const text = textOf(db)
    await db.schema
      .createTable('tally_hidden')
      .addColumn('import_id', text, (c) => c.notNull())
      .addColumn('theme', text, (c) => c.notNull())
      .addColumn('item', text, (c) => c.notNull())
      .addColumn('round_id', text, (c) => c.notNull())
      .addColumn('team_id', text, (c) => c.notNull())
      .addColumn('service_status', text, (c) => c.notNull())
      .addColumn('kind', text, (c) => c.notNull())
      .addColumn('value', text, (c) => c.notNull())
      .addColumn('count', 'integer', (c) => c.notNull())
      .addPrimaryKeyConstraint('tally_hidden_pk', [
        'import_id',
        'theme',
        'item',
        'round_id',
        'team_id',
        'service_status',
        'kind',
        'value',
      ])
      .execute()
    await db.schema
      .createTable('superseded_judgement')
      .addColumn('audit_id', text, (c) => c.notNull().references('audit.id'))
      .addColumn('theme', text, (c) => c.notNull())
      .addColumn('item', text, (c) => c.notNull())
      .addColumn('kind', text, (c) => c.notNull())
      .addColumn('value', text, (c) => c.notNull())
      .addColumn('auditor_value', text, (c) => c.notNull())
      .addColumn('moderated_value', text)
      .addPrimaryKeyConstraint('superseded_judgement_pk', ['audit_id', 'theme', 'item'])
      .execute()
  },
}
