/** Indexes by which a case is found from the start of its reference, among what one person may read. */
import { type Kysely, sql } from 'kysely'

export const find = {
  async up(db: Kysely<any>): Promise<void> {
    // `lower` folds A to Z alone on both databases: the columns are compared by code unit.
    await sql`create index audit_find on audit (lower(case_reference))`.execute(db)
    for (const column of ['team_id', 'auditor_id', 'iro_id', 'worker_id']) {
      const name = `audit_find_by_${column.replace('_id', '')}`
      await sql`create index ${sql.ref(name)} on audit (${sql.ref(column)}, lower(case_reference))`.execute(
        db
      )
    }
    // Newest first within a state: ids are in the order of time.
    await db.schema.createIndex('action_by_state').on('action').columns(['state', 'id']).execute()
    await db.schema
      .createIndex('read_mark_by_period')
      .on('read_mark')
      .columns(['person_id', 'period'])
      .execute()
  },
}
