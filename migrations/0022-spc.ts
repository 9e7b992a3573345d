/** From which date on a theme's charts over time are measured anew, who said so and why. */
import { type Kysely, sql } from 'kysely'
import { text } from './column-types.ts'

export const spc = {
  async up(db: Kysely<any>): Promise<void> {
    const t = text(db)
    await db.schema
      .createTable('chart_baseline')
      .addColumn('id', t, (c) => c.primaryKey())
      .addColumn('theme', t, (c) => c.notNull())
      .addColumn('starts_on', t, (c) => c.notNull())
      .addColumn('reason', t, (c) => c.notNull())
      .addColumn('set_by', t, (c) => c.references('person.id'))
      .addColumn('set_at', t, (c) => c.notNull())
      .addColumn('undone_by', t, (c) => c.references('person.id'))
      .addColumn('undone_at', t)
      .execute()
    // One that stands a theme and date; those that were undone stay beside it.
    await sql`create unique index chart_baseline_standing on chart_baseline (theme, starts_on)
      where undone_at is null`.execute(db)
  },
}
