/**
 * What makes the register and the figures of alerts quick. Words are found by starts that are sets of their own, so the sets are
 * emptied: at the next start alerts are entered anew, those too that were raised before there was a register. The order by reference
 * is read whole along an index. The categories of an alert stand on it, where figures count them without a search for each.
 */
import { type Kysely, sql } from 'kysely'
import { isPostgres, text as textOf } from './column-types.ts'

export const alertWordStarts = {
  async up(db: Kysely<any>): Promise<void> {
    await db.deleteFrom('alert_set').execute()
    await db.deleteFrom('alert_traits').execute()
    await db.schema.dropIndex('alert_by_reference').execute()
    // `lower` folds A to Z alone on both databases, as in 0012.
    await sql`create index alert_by_number on alert (number, lower(case_reference))`.execute(db)
    await db.schema.alterTable('alert').addColumn('category_ids', textOf(db)).execute()
    const joined = sql.raw(
      isPostgres(db) ? "string_agg(category_id, ' ')" : "group_concat(category_id, ' ')"
    )
    await sql`update alert set category_ids =
        (select ${joined} from alert_concern where alert_concern.alert_id = alert.id)
      where number is not null`.execute(db)
  },
}
