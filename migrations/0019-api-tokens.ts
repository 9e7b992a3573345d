/** Tokens by which other programs read the API, and the index by which its list of audits is paged. */
import type { Kysely } from 'kysely'
import { text as textOf } from './column-types.ts'

export const apiTokens = {
  async up(db: Kysely<any>): Promise<void> {
    const text = textOf(db)
    await db.schema
      .createTable('api_token')
      .addColumn('id', text, (c) => c.primaryKey())
      .addColumn('name', text, (c) => c.notNull())
      .addColumn('name_key', text, (c) => c.notNull())
      .addColumn('shown', text, (c) => c.notNull().unique())
      .addColumn('token_hash', text, (c) => c.notNull())
      .addColumn('scopes', text, (c) => c.notNull())
      .addColumn('expires_on', text)
      .addColumn('created_at', text, (c) => c.notNull())
      .addColumn('created_by', text, (c) => c.references('person.id'))
      .addColumn('used_hour', text)
      .addColumn('revoked_at', text)
      .addColumn('revoked_by', text, (c) => c.references('person.id'))
      .execute()
    await db.schema
      .createIndex('audit_counted_by_date')
      .on('audit')
      .columns(['is_counted', 'audited_on', 'id'])
      .execute()
  },
}
