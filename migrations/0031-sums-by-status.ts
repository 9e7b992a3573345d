/**
 * Counts of every judgement under one service status, so that a page of the whole council under it costs what a page without
 * does, and the roll-up of themes by team in the order of status and round, for teams beside each other under one status.
 */
import { type Kysely, sql } from 'kysely'
import { isPostgres, text as textOf } from './column-types.ts'

export const sumsByStatus = {
  async up(db: Kysely<any>): Promise<void> {
    const text = textOf(db)
    // Rows lie in the order of their key: a page reads one theme or item under one status from end to end.
    const end = isPostgres(db) ? sql`` : sql`without rowid`
    await db.schema
      .createTable('tally_status')
      .addColumn('service_status', text, (c) => c.notNull())
      .addColumn('theme', text, (c) => c.notNull())
      .addColumn('item', text, (c) => c.notNull())
      .addColumn('round_id', text, (c) => c.notNull())
      .addColumn('kind', text, (c) => c.notNull())
      .addColumn('value', text, (c) => c.notNull())
      .addColumn('count', 'integer', (c) => c.notNull())
      .addPrimaryKeyConstraint('tally_status_pk', [
        'service_status',
        'theme',
        'item',
        'round_id',
        'kind',
        'value',
      ])
      .modifyEnd(end)
      .execute()
    await db.schema
      .createIndex('tally_team_by_status')
      .on('tally_team')
      .columns(['service_status', 'round_id', 'theme', 'team_id', 'value', 'count'])
      .execute()
    await sql`insert into tally_status (service_status, theme, item, round_id, kind, value, count)
      select judgement.service_status, theme, item, judgement.round_id, kind, value, count(*)
      from audit join judgement on judgement.audit_id = audit.id
      where audit.is_counted = 1
      group by judgement.service_status, theme, item, judgement.round_id, kind, value`.execute(db)
  },
}
