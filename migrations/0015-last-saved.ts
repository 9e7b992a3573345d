/** When an audit was last saved is found along an index, so that the longest untouched can be put in order. */
import type { Kysely } from 'kysely'

export const lastSaved = {
  async up(db: Kysely<any>): Promise<void> {
    await db.schema
      .createIndex('answer_by_saved')
      .on('answer')
      .columns(['audit_id', 'saved_at'])
      .execute()
  },
}
