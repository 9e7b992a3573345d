/** People and teams kept in the browser: revisions, when somebody left, in which team each person was since when. */
import type { Kysely } from 'kysely'
import { text as textOf } from './column-types.ts'

const nameKey = (name: string): string =>
  name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase()

export const accounts = {
  async up(db: Kysely<any>): Promise<void> {
    const text = textOf(db)
    await db.schema
      .alterTable('person')
      .addColumn('name_key', text, (c) => c.notNull().defaultTo(''))
      .execute()
    await db.schema.alterTable('person').addColumn('left_at', text).execute()
    await db.schema
      .alterTable('person')
      .addColumn('revision', 'integer', (c) => c.notNull().defaultTo(1))
      .execute()
    await db.schema
      .alterTable('team')
      .addColumn('revision', 'integer', (c) => c.notNull().defaultTo(1))
      .execute()
    for (const { id, name } of await db.selectFrom('person').select(['id', 'name']).execute()) {
      await db
        .updateTable('person')
        .set({ name_key: nameKey(name) })
        .where('id', '=', id)
        .execute()
    }
    await db.schema.createIndex('person_by_name').on('person').columns(['name_key', 'id']).execute()
    await db.schema
      .createIndex('password_link_by_person')
      .on('password_link')
      .column('person_id')
      .execute()

    await db.schema
      .createTable('team_membership')
      .addColumn('id', text, (c) => c.primaryKey())
      .addColumn('person_id', text, (c) => c.notNull().references('person.id'))
      .addColumn('team_id', text, (c) => c.references('team.id'))
      .addColumn('since_on', text, (c) => c.notNull())
      .addColumn('recorded_at', text, (c) => c.notNull())
      .addColumn('recorded_by', text)
      .execute()
    await db.schema
      .createIndex('team_membership_by_person')
      .on('team_membership')
      .columns(['person_id', 'since_on'])
      .execute()
  },
}
