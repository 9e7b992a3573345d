/**
 * What figures of alerts ask of every alert: by when it was first expected, and how often it was taken further. Both are in the
 * steps, where counting them would cost a search an alert. Two indexes find the alerts of a period, however long the history.
 */
import { type Kysely, sql } from 'kysely'
import { text as textOf } from './column-types.ts'

export const alertFigures = {
  async up(db: Kysely<any>): Promise<void> {
    await db.schema.alterTable('alert').addColumn('first_expected_on', textOf(db)).execute()
    await db.schema
      .alterTable('alert')
      .addColumn('times_escalated', 'integer', (c) => c.notNull().defaultTo(0))
      .execute()
    await sql`update alert set
        first_expected_on = (select min(new_due_on) from alert_step
          where alert_step.alert_id = alert.id and action = 'raise'),
        times_escalated = (select count(*) from alert_step
          where alert_step.alert_id = alert.id and action = 'escalate')
      where state <> 'draft'`.execute(db)
    await db.schema.createIndex('alert_by_raised_on').on('alert').column('raised_on').execute()
    await db.schema.createIndex('alert_by_closed_on').on('alert').column('closed_on').execute()
  },
}
