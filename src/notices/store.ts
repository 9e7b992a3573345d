/** The SQL of notices: telling people, what stands above their pages, and what they have read. */
import type { Flag } from '../db/columns.ts'
import { prepared } from '../db/prepared.ts'
import type { Db } from '../db/schema.ts'
import type { About } from './rules/kind-definition.ts'

/** Rows a statement: far under the number of values that either database takes in one. */
const CHUNK = 500

export interface NewNotice {
  readonly id: string
  readonly personId: string
  readonly kind: string
  readonly about: About
  readonly reference: string | null
  readonly dueOn: string | null
  /** Told once for each such key and person; null where it may be told again. */
  readonly onceKey: string | null
  readonly stands: Flag
  readonly now: string
}

const chunksOf = <T>(rows: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(rows.length / CHUNK) }, (_, i) =>
    rows.slice(i * CHUNK, (i + 1) * CHUNK)
  )

/** @returns the ids of the people told; those who had been told the same once before are left out */
export const insertNotices = async (db: Db, notices: readonly NewNotice[]): Promise<string[]> => {
  const told: string[] = []
  for (const some of chunksOf(notices)) {
    const rows = await db
      .insertInto('notice')
      .values(
        some.map((notice) => ({
          id: notice.id,
          person_id: notice.personId,
          kind: notice.kind,
          about_kind: notice.about.kind,
          about_id: notice.about.id,
          reference: notice.reference,
          due_on: notice.dueOn,
          once_key: notice.onceKey,
          stands: notice.stands,
          created_at: notice.now,
          read_at: null,
        }))
      )
      .onConflict((oc) => oc.doNothing())
      .returning('person_id')
      .execute()
    told.push(...rows.map((row) => row.person_id))
  }
  return told
}

/** Of these people those whose account is open, each once. */
export const listOpenAccounts = async (db: Db, personIds: readonly string[]): Promise<string[]> => {
  const open = new Set<string>()
  for (const some of chunksOf([...new Set(personIds)])) {
    const rows = await db
      .selectFrom('person')
      .select('id')
      .where('id', 'in', some)
      .where('is_active', '=', 1)
      .execute()
    for (const { id } of rows) open.add(id)
  }
  return [...new Set(personIds)].filter((id) => open.has(id))
}

const barRows = prepared((db, value: { personId: string }) =>
  db
    .selectFrom('person')
    .leftJoin('notice as standing', (join) =>
      join
        .onRef('standing.person_id', '=', 'person.id')
        // A literal, so that the index of standing notices is known to fit.
        .on((eb) => eb('standing.stands', '=', eb.lit(1)))
    )
    .select([
      'standing.id as id',
      'standing.kind as kind',
      'standing.about_id as aboutId',
      'standing.reference as reference',
      'standing.due_on as dueOn',
    ])
    .select((eb) =>
      eb
        .selectFrom('notice')
        .whereRef('notice.person_id', '=', 'person.id')
        .where('notice.read_at', 'is', null)
        .select((inner) => inner.fn.countAll<number>().as('unread'))
        .as('unread')
    )
    .where('person.id', '=', value.personId)
    .orderBy('standing.id', 'desc')
)

/** What every page shows: how many notices are unread, and those that stand until they are cleared, newest first. */
export const readNoticeBar = async (db: Db, personId: string) => {
  const rows = await barRows(db, { personId })
  return {
    unread: rows[0]?.unread ?? 0,
    standing: rows.flatMap(({ id, kind, aboutId, reference, dueOn }) =>
      id === null || kind === null || aboutId === null
        ? []
        : [{ id, kind, aboutId, reference, dueOn }]
    ),
  }
}

export type NoticeBar = Awaited<ReturnType<typeof readNoticeBar>>

/** @returns how many stood and no longer do; those not read by then count as read */
export const clearStandingNotices = async (
  db: Db,
  about: About,
  personId: string | undefined,
  now: string
): Promise<number> => {
  const result = await db
    .updateTable('notice')
    .set((eb) => ({ stands: 0, read_at: eb.fn.coalesce('read_at', eb.val(now)) }))
    .where('about_kind', '=', about.kind)
    .where('about_id', '=', about.id)
    .where('stands', '=', 1)
    .$if(personId !== undefined, (query) => query.where('person_id', '=', personId ?? ''))
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}

export const findNotice = (db: Db, id: string) =>
  db
    .selectFrom('notice')
    .select([
      'id',
      'person_id as personId',
      'kind',
      'about_id as aboutId',
      'reference',
      'due_on as dueOn',
      'read_at as readAt',
      'stands',
    ])
    .where('id', '=', id)
    .executeTakeFirst()

export const setRead = (db: Db, id: string, readAt: string | null) =>
  db.updateTable('notice').set({ read_at: readAt }).where('id', '=', id).execute()

/** @returns how many were unread */
export const setAllRead = async (db: Db, personId: string, now: string): Promise<number> => {
  const result = await db
    .updateTable('notice')
    .set({ read_at: now })
    .where('person_id', '=', personId)
    .where('read_at', 'is', null)
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}

/** @returns how many were read and made before the instant, and are gone now */
export const deleteReadBefore = async (db: Db, before: string): Promise<number> => {
  const result = await db
    .deleteFrom('notice')
    .where('created_at', '<', before)
    .where('read_at', 'is not', null)
    .where('stands', '=', 0)
    .executeTakeFirst()
  return Number(result.numDeletedRows)
}

/** @returns how many had been marked as read at that instant and are unread again */
export const setUnreadSince = async (db: Db, personId: string, readAt: string): Promise<number> => {
  const result = await db
    .updateTable('notice')
    .set({ read_at: null })
    .where('person_id', '=', personId)
    .where('read_at', '=', readAt)
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}
