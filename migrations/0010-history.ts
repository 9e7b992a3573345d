/**
 * History in the browser: files that were uploaded and not yet confirmed, mappings of historical names to today's, what
 * was typed where a mapping has changed it, and who undid an import and why.
 */
import { type Kysely, sql } from 'kysely'
import { text as textOf } from './column-types.ts'

export const history = {
  async up(db: Kysely<any>): Promise<void> {
    const text = textOf(db)

    await db.schema
      .createTable('staged_upload')
      .addColumn('id', text, (c) => c.primaryKey())
      .addColumn('purpose', text, (c) => c.notNull())
      .addColumn('file_name', text, (c) => c.notNull())
      .addColumn('file_hash', text, (c) => c.notNull())
      .addColumn('bytes', 'integer', (c) => c.notNull())
      .addColumn('uploaded_by', text, (c) => c.notNull().references('person.id'))
      .addColumn('uploaded_at', text, (c) => c.notNull())
      .addColumn('state', text, (c) => c.notNull())
      .addColumn('seen_at', text, (c) => c.notNull())
      .addColumn('done', 'integer', (c) => c.notNull().defaultTo(0))
      .addColumn('to_do', 'integer', (c) => c.notNull().defaultTo(0))
      .addColumn('options', text, (c) => c.notNull().defaultTo('{}'))
      .addColumn('summary', text, (c) => c.notNull().defaultTo('{}'))
      .addColumn('note', text)
      .addColumn('revision', 'integer', (c) => c.notNull().defaultTo(1))
      .execute()
    await db.schema
      .createIndex('staged_upload_by_purpose')
      .on('staged_upload')
      .columns(['purpose', 'uploaded_at'])
      .execute()
    await db.schema
      .createTable('staged_part')
      .addColumn('upload_id', text, (c) => c.notNull().references('staged_upload.id'))
      .addColumn('part', text, (c) => c.notNull())
      .addColumn('position', 'integer', (c) => c.notNull())
      .addColumn('content', text, (c) => c.notNull())
      .addPrimaryKeyConstraint('staged_part_pk', ['upload_id', 'part', 'position'])
      .execute()

    await db.schema
      .createTable('history_mapping')
      .addColumn('id', text, (c) => c.primaryKey())
      .addColumn('kind', text, (c) => c.notNull())
      .addColumn('from_theme', text, (c) => c.notNull())
      .addColumn('from_item', text, (c) => c.notNull())
      .addColumn('from_team_id', text, (c) => c.notNull())
      .addColumn('from_key', text, (c) => c.notNull())
      .addColumn('to_theme', text, (c) => c.notNull())
      .addColumn('to_item', text, (c) => c.notNull())
      .addColumn('to_team_id', text, (c) => c.notNull())
      .addColumn('audits', 'integer', (c) => c.notNull())
      .addColumn('judgements', 'integer', (c) => c.notNull())
      .addColumn('rounds', 'integer', (c) => c.notNull())
      .addColumn('reason', text, (c) => c.notNull())
      .addColumn('mapped_by', text)
      .addColumn('mapped_at', text, (c) => c.notNull())
      .addColumn('undone_by', text)
      .addColumn('undone_at', text)
      .addColumn('undo_reason', text)
      .execute()
    await sql`create unique index history_mapping_once on history_mapping (from_key) where undone_at is null`.execute(
      db
    )

    for (const table of ['judgement', 'superseded_judgement']) {
      await db.schema.alterTable(table).addColumn('typed_theme', text).execute()
      await db.schema.alterTable(table).addColumn('typed_item', text).execute()
    }
    await db.schema
      .alterTable('audit')
      .addColumn('imported_team_id', text, (c) => c.references('team.id'))
      .execute()
    for (const column of ['undone_by', 'undone_at', 'undo_reason']) {
      await db.schema.alterTable('results_import').addColumn(column, text).execute()
    }
  },
}
