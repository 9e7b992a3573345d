/** The report builder: drafts and frozen reports, the words under their figures, who took which out, and learning circulars. */
import type { Kysely } from 'kysely'
import { text as textOf } from './column-types.ts'

export const reports = {
  async up(db: Kysely<any>): Promise<void> {
    const text = textOf(db)

    // `number` is given when it is frozen. `content` is the whole model as frozen, `content_hash` its SHA-256.
    await db.schema
      .createTable('report')
      .addColumn('id', text, (c) => c.primaryKey())
      .addColumn('number', 'integer', (c) => c.unique())
      .addColumn('state', text, (c) => c.notNull())
      .addColumn('title', text, (c) => c.notNull())
      .addColumn('audience', text, (c) => c.notNull())
      .addColumn('from_on', text, (c) => c.notNull())
      .addColumn('to_on', text, (c) => c.notNull())
      .addColumn('team_id', text, (c) => c.references('team.id'))
      .addColumn('service_status', text)
      .addColumn('round_kind', text)
      .addColumn('chapters', text, (c) => c.notNull())
      .addColumn('replaces_id', text, (c) => c.references('report.id'))
      .addColumn('reissue_reason', text)
      .addColumn('content', text)
      .addColumn('content_hash', text)
      .addColumn('revision', 'integer', (c) => c.notNull().defaultTo(1))
      .addColumn('created_at', text, (c) => c.notNull())
      .addColumn('created_by', text, (c) => c.references('person.id'))
      .addColumn('changed_at', text, (c) => c.notNull())
      .addColumn('changed_by', text, (c) => c.references('person.id'))
      .addColumn('frozen_at', text)
      .addColumn('frozen_by', text, (c) => c.references('person.id'))
      .execute()
    await db.schema
      .createIndex('report_by_state')
      .on('report')
      .columns(['state', 'changed_at'])
      .execute()
    await db.schema
      .createIndex('report_by_replaced')
      .on('report')
      .columns(['replaces_id'])
      .execute()

    // `place`: chapter and figure. `sentence` null: as proposed; `proposed`: what was proposed when it was edited.
    await db.schema
      .createTable('report_words')
      .addColumn('report_id', text, (c) => c.notNull().references('report.id'))
      .addColumn('place', text, (c) => c.notNull())
      .addColumn('narrative', text, (c) => c.notNull().defaultTo(''))
      .addColumn('sentence', text)
      .addColumn('proposed', text)
      .addColumn('carried_from', text, (c) => c.references('report.id'))
      .addColumn('revision', 'integer', (c) => c.notNull().defaultTo(1))
      .addColumn('saved_at', text, (c) => c.notNull())
      .addColumn('saved_by', text, (c) => c.references('person.id'))
      .addPrimaryKeyConstraint('report_words_pk', ['report_id', 'place'])
      .execute()

    await db.schema
      .createTable('report_superseded_words')
      .addColumn('id', text, (c) => c.primaryKey())
      .addColumn('report_id', text, (c) => c.notNull().references('report.id'))
      .addColumn('place', text, (c) => c.notNull())
      .addColumn('revision', 'integer', (c) => c.notNull())
      .addColumn('narrative', text, (c) => c.notNull())
      .addColumn('sentence', text)
      .addColumn('superseded_at', text, (c) => c.notNull())
      .addColumn('superseded_by', text, (c) => c.references('person.id'))
      .execute()
    await db.schema
      .createIndex('report_superseded_words_by_place')
      .on('report_superseded_words')
      .columns(['report_id', 'place', 'revision'])
      .execute()

    await db.schema
      .createTable('report_export')
      .addColumn('id', text, (c) => c.primaryKey())
      .addColumn('report_id', text, (c) => c.notNull().references('report.id'))
      .addColumn('format', text, (c) => c.notNull())
      .addColumn('exported_at', text, (c) => c.notNull())
      .addColumn('exported_by', text, (c) => c.references('person.id'))
      .execute()
    await db.schema
      .createIndex('report_export_by_report')
      .on('report_export')
      .columns(['report_id', 'exported_at'])
      .execute()
    await db.schema
      .createIndex('report_export_by_time')
      .on('report_export')
      .columns(['exported_at'])
      .execute()

    // `content`: the chosen findings and the words as edited.
    await db.schema
      .createTable('circular')
      .addColumn('id', text, (c) => c.primaryKey())
      .addColumn('state', text, (c) => c.notNull())
      .addColumn('theme', text, (c) => c.notNull())
      .addColumn('from_on', text, (c) => c.notNull())
      .addColumn('to_on', text, (c) => c.notNull())
      .addColumn('content', text, (c) => c.notNull())
      .addColumn('revision', 'integer', (c) => c.notNull().defaultTo(1))
      .addColumn('created_at', text, (c) => c.notNull())
      .addColumn('created_by', text, (c) => c.references('person.id'))
      .addColumn('changed_at', text, (c) => c.notNull())
      .addColumn('changed_by', text, (c) => c.references('person.id'))
      .addColumn('issued_at', text)
      .addColumn('issued_by', text, (c) => c.references('person.id'))
      .execute()

    await db.schema
      .createTable('circular_superseded')
      .addColumn('id', text, (c) => c.primaryKey())
      .addColumn('circular_id', text, (c) => c.notNull().references('circular.id'))
      .addColumn('revision', 'integer', (c) => c.notNull())
      .addColumn('content', text, (c) => c.notNull())
      .addColumn('superseded_at', text, (c) => c.notNull())
      .addColumn('superseded_by', text, (c) => c.references('person.id'))
      .execute()
  },
}
