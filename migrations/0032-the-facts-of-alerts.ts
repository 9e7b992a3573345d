/**
 * What figures of alerts count of each alert, many in a row. It is empty here: at the next start the rows are written from the
 * alerts, by the same code that keeps them afterwards.
 */
import type { Kysely } from 'kysely'
import { text as textOf } from './column-types.ts'

export const theFactsOfAlerts = {
  async up(db: Kysely<any>): Promise<void> {
    const text = textOf(db)
    await db.schema
      .createTable('alert_facts')
      .addColumn('block', 'integer', (c) => c.primaryKey())
      .addColumn('first_raised', text, (c) => c.notNull())
      .addColumn('last_raised', text, (c) => c.notNull())
      .addColumn('first_closed', text)
      .addColumn('last_closed', text)
      .addColumn('open', 'integer', (c) => c.notNull())
      .addColumn('facts', text, (c) => c.notNull())
      .execute()
  },
}
