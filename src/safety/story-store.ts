/** The SQL of what happened to a safety notice: who was told, to whom it went, and every later entry. */
import type { SafetyEntryTable } from '../db/safety-tables.ts'
import type { Db } from '../db/schema.ts'

export const insertEntry = (
  db: Db,
  entry: {
    id: string
    noticeId: string
    kind: SafetyEntryTable['kind']
    now: string
    by: string | null
    words?: string
    detail?: string
    dueOn?: string
  }
) =>
  db
    .insertInto('safety_entry')
    .values({
      id: entry.id,
      notice_id: entry.noticeId,
      kind: entry.kind,
      at: entry.now,
      by_id: entry.by,
      words: entry.words ?? '',
      detail: entry.detail ?? '',
      due_on: entry.dueOn ?? null,
    })
    .execute()

/** Three tables of one shape, so that a page asks once. What a column holds depends on `kind`: rules/story.ts. */
export const listStory = (db: Db, noticeId: string) =>
  db
    .selectFrom((from) =>
      from
        .selectFrom('safety_told')
        .where('notice_id', '=', noticeId)
        .select((eb) => [
          eb.val('told').as('kind'),
          'id',
          'told_at as at',
          'person_id as personId',
          'recorded_by as byId',
          'recorded_at as laterAt',
          'name as words',
          'role as detail',
          'means as third',
        ])
        .unionAll(
          from
            .selectFrom('safety_addressee')
            .where('notice_id', '=', noticeId)
            .select((eb) => [
              eb.val('sent').as('kind'),
              'person_id as id',
              'told_at as at',
              'person_id as personId',
              eb.cast<string | null>(eb.val(null), 'text').as('byId'),
              eb.ref('acknowledged_at').$castTo<string>().as('laterAt'),
              eb.val('').as('words'),
              eb.cast<string>('level', 'text').as('detail'),
              eb.val('').as('third'),
            ])
        )
        .unionAll(
          from
            .selectFrom('safety_entry')
            .where('notice_id', '=', noticeId)
            .select((eb) => [
              'kind',
              'id',
              'at',
              'by_id as personId',
              'by_id as byId',
              'at as laterAt',
              'words',
              'detail',
              eb.fn.coalesce('due_on', eb.val('')).as('third'),
            ])
        )
        .as('row')
    )
    .leftJoin('person', 'person.id', 'row.personId')
    .leftJoin('person as by_person', 'by_person.id', 'row.byId')
    .select([
      'row.kind as kind',
      'row.id as id',
      'row.at as at',
      'row.personId as personId',
      'row.laterAt as laterAt',
      'row.words as words',
      'row.detail as detail',
      'row.third as third',
      'person.name as personName',
      'person.job_title as jobTitle',
      'by_person.name as byName',
    ])
    .orderBy('row.at')
    .orderBy('row.id')
    .execute()
