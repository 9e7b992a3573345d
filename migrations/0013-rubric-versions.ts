/** The rubric studio: drafts of the next version, why each version was published, what it means, and withdrawals. */
import { type Kysely, sql } from 'kysely'
import { forbidChange, text as textOf } from './column-types.ts'

export const rubricVersions = {
  async up(db: Kysely<any>): Promise<void> {
    const text = textOf(db)

    await db.schema
      .createTable('rubric_publication')
      .addColumn('version_id', text, (c) => c.primaryKey().references('rubric_version.id'))
      .addColumn('base_version_id', text, (c) => c.references('rubric_version.id'))
      .addColumn('note', text, (c) => c.notNull())
      .execute()
    await forbidChange(db, 'rubric_publication', 'why a version was published is never changed')

    // item_key '' is the theme grade. A version without a row for an item began that item's meaning itself.
    await db.schema
      .createTable('rubric_meaning')
      .addColumn('version_id', text, (c) => c.notNull().references('rubric_version.id'))
      .addColumn('item_key', text, (c) => c.notNull())
      .addColumn('since_version_id', text, (c) => c.notNull().references('rubric_version.id'))
      .addColumn('reason', text, (c) => c.notNull())
      .addPrimaryKeyConstraint('rubric_meaning_pk', ['version_id', 'item_key'])
      .execute()
    await forbidChange(db, 'rubric_meaning', 'what a published item means is never changed')

    await db.schema
      .createTable('rubric_withdrawal')
      .addColumn('id', text, (c) => c.primaryKey())
      .addColumn('version_id', text, (c) => c.notNull().references('rubric_version.id'))
      .addColumn('reason', text, (c) => c.notNull())
      .addColumn('withdrawn_at', text, (c) => c.notNull())
      .addColumn('withdrawn_by', text, (c) => c.references('person.id'))
      .addColumn('restored_at', text)
      .addColumn('restored_by', text, (c) => c.references('person.id'))
      .execute()
    await sql`create unique index rubric_withdrawal_once on rubric_withdrawal (version_id)
      where restored_at is null`.execute(db)

    await db.schema
      .createTable('rubric_draft')
      .addColumn('id', text, (c) => c.primaryKey())
      .addColumn('rubric_key', text, (c) => c.notNull())
      .addColumn('base_version_id', text, (c) => c.references('rubric_version.id'))
      .addColumn('merged_version_id', text, (c) => c.references('rubric_version.id'))
      .addColumn('state', text, (c) => c.notNull())
      .addColumn('content', text, (c) => c.notNull())
      .addColumn('revision', 'integer', (c) => c.notNull().defaultTo(1))
      .addColumn('created_at', text, (c) => c.notNull())
      .addColumn('created_by', text, (c) => c.references('person.id'))
      .addColumn('changed_at', text, (c) => c.notNull())
      .addColumn('changed_by', text, (c) => c.references('person.id'))
      .addColumn('published_version_id', text, (c) => c.references('rubric_version.id'))
      .execute()
    await db.schema
      .createIndex('rubric_draft_by_state')
      .on('rubric_draft')
      .columns(['state', 'rubric_key'])
      .execute()

    await db.schema
      .createTable('rubric_draft_item')
      .addColumn('id', text, (c) => c.primaryKey())
      .addColumn('draft_id', text, (c) => c.notNull().references('rubric_draft.id'))
      .addColumn('position', 'integer', (c) => c.notNull())
      .addColumn('base_key', text)
      .addColumn('content', text, (c) => c.notNull())
      .addColumn('is_retired', 'integer', (c) => c.notNull().defaultTo(0))
      .addColumn('meaning', text)
      .addColumn('meaning_reason', text, (c) => c.notNull().defaultTo(''))
      .addColumn('revision', 'integer', (c) => c.notNull().defaultTo(1))
      .addColumn('changed_at', text, (c) => c.notNull())
      .addColumn('changed_by', text, (c) => c.references('person.id'))
      .execute()
    await db.schema
      .createIndex('rubric_draft_item_by_draft')
      .on('rubric_draft_item')
      .columns(['draft_id', 'position'])
      .execute()
  },
}
