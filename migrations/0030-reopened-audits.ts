/** Finds the few audits that are being corrected: their actions still belong to whom they were submitted for. */
import { type Kysely, sql } from 'kysely'

export const reopenedAudits = {
  async up(db: Kysely<any>): Promise<void> {
    await sql`create index audit_reopened on audit (id) where state = 'reopened'`.execute(db)
  },
}
