/** What is audited with what: published rubric versions, cases, and rounds. */
import type { Kysely } from 'kysely'
import { forbidChange, text as textOf } from './column-types.ts'

export const rubricsCasesRounds = {
  async up(db: Kysely<any>): Promise<void> {
    const text = textOf(db)

    await db.schema
      .createTable('rubric_version')
      .addColumn('id', text, (c) => c.primaryKey())
      .addColumn('rubric_key', text, (c) => c.notNull())
      .addColumn('version', text, (c) => c.notNull())
      .addColumn('title', text, (c) => c.notNull())
      .addColumn('judgement', text)
      .addColumn('scale', text, (c) => c.notNull())
      .addColumn('content', text, (c) => c.notNull())
      .addColumn('content_hash', text, (c) => c.notNull())
      .addColumn('published_at', text, (c) => c.notNull())
      .addColumn('published_by', text, (c) => c.references('person.id'))
      .addUniqueConstraint('rubric_version_once', ['rubric_key', 'version'])
      .execute()
    await forbidChange(db, 'rubric_version', 'a published rubric version is never changed')

    await db.schema
      .createTable('case_file')
      .addColumn('id', text, (c) => c.primaryKey())
      .addColumn('reference', text, (c) => c.notNull())
      .addColumn('reference_key', text, (c) => c.notNull().unique())
      .addColumn('service_status', text, (c) => c.notNull())
      .addColumn('team_id', text, (c) => c.references('team.id'))
      .addColumn('worker_id', text, (c) => c.references('person.id'))
      .addColumn('iro_id', text, (c) => c.references('person.id'))
      .addColumn('age', 'integer')
      .addColumn('sex', text)
      .addColumn('ethnicity_group', text)
      .addColumn('disability', text)
      .addColumn('flags', text, (c) => c.notNull().defaultTo('[]'))
      .addColumn('status_started_on', text)
      .addColumn('next_review_on', text)
      .addColumn('created_at', text, (c) => c.notNull())
      .addColumn('updated_at', text, (c) => c.notNull())
      .execute()
    await db.schema.createIndex('case_file_by_team').on('case_file').column('team_id').execute()
    await db.schema.createIndex('case_file_by_worker').on('case_file').column('worker_id').execute()
    await db.schema.createIndex('case_file_by_iro').on('case_file').column('iro_id').execute()

    await db.schema
      .createTable('round')
      .addColumn('id', text, (c) => c.primaryKey())
      .addColumn('name', text, (c) => c.notNull())
      .addColumn('name_key', text, (c) => c.notNull().unique())
      .addColumn('kind', text, (c) => c.notNull())
      .addColumn('window_from', text)
      .addColumn('window_to', text)
      .addColumn('due_on', text)
      .addColumn('selection', text, (c) => c.notNull())
      .addColumn('state', text, (c) => c.notNull())
      .addColumn('origin', text, (c) => c.notNull())
      .addColumn('round_on', text, (c) => c.notNull())
      .addColumn('created_by', text, (c) => c.references('person.id'))
      .addColumn('created_at', text, (c) => c.notNull())
      .addColumn('opened_at', text)
      .addColumn('closed_at', text)
      .addColumn('revision', 'integer', (c) => c.notNull().defaultTo(1))
      .execute()
    await db.schema
      .createIndex('round_by_date')
      .on('round')
      .columns(['round_on', 'name_key'])
      .execute()
    await db.schema
      .createTable('round_rubric')
      .addColumn('round_id', text, (c) => c.notNull().references('round.id'))
      .addColumn('rubric_version_id', text, (c) => c.notNull().references('rubric_version.id'))
      .addColumn('position', 'integer', (c) => c.notNull())
      .addPrimaryKeyConstraint('round_rubric_pk', ['round_id', 'rubric_version_id'])
      .execute()
  },
}
