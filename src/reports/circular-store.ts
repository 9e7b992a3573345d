/** The SQL of learning circulars as records. The findings they are made of are in circular-findings-store.ts. */
import type { CircularState } from '../db/report-tables.ts'
import type { Db } from '../db/schema.ts'
import type { Changed } from './report-store.ts'
import type { CircularContent } from './rules/circular.ts'

export type CircularSettings = {
  /** The rubric's key. */
  readonly theme: string
  /** London dates, both included: findings of audits dated in between. */
  readonly from: string
  readonly to: string
}

export type StoredCircular = CircularSettings & {
  readonly id: string
  readonly state: CircularState
  readonly content: CircularContent
  readonly revision: number
  readonly changedAt: string
  readonly changedBy: string | null
  readonly changedById: string | null
  readonly issuedAt: string | null
  readonly issuedBy: string | null
}

const circulars = (db: Db) =>
  db
    .selectFrom('circular')
    .leftJoin('person as changer', 'changer.id', 'circular.changed_by')
    .leftJoin('person as issuer', 'issuer.id', 'circular.issued_by')
    .select(['circular.id as id', 'circular.state as state', 'circular.theme as theme'])
    .select(['circular.from_on as from', 'circular.to_on as to'])
    .select(['circular.content as content', 'circular.revision as revision'])
    .select(['circular.changed_at as changedAt', 'changer.name as changedBy'])
    .select('circular.changed_by as changedById')
    .select(['circular.issued_at as issuedAt', 'issuer.name as issuedBy'])

/** Content is our own, written below. */
const toCircular = <Row extends { content: string }>(row: Row) => ({
  ...row,
  content: JSON.parse(row.content) as CircularContent,
})

export const findCircular = async (db: Db, id: string): Promise<StoredCircular | undefined> => {
  const row = await circulars(db).where('circular.id', '=', id).executeTakeFirst()
  return row && toCircular(row)
}

/** The circular as it is now, held until the transaction ends. */
export const lockCircular = async (db: Db, id: string): Promise<StoredCircular | undefined> => {
  const held = await db
    .updateTable('circular')
    .set((eb) => ({ state: eb.ref('state') }))
    .where('id', '=', id)
    .executeTakeFirst()
  return held.numUpdatedRows === 0n ? undefined : findCircular(db, id)
}

export const CIRCULARS_A_PAGE = 25

/** Those in the states, the newest first. */
export const listCirculars = async (
  db: Db,
  { page, states }: { readonly page: number; readonly states: readonly CircularState[] }
): Promise<{ circulars: StoredCircular[]; count: number }> => {
  const counted = await db
    .selectFrom('circular')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('state', 'in', states)
    .executeTakeFirstOrThrow()
  const rows = await circulars(db)
    .where('circular.state', 'in', states)
    .orderBy('circular.issued_at', 'desc')
    .orderBy('circular.changed_at', 'desc')
    .orderBy('circular.id')
    .limit(CIRCULARS_A_PAGE)
    .offset((page - 1) * CIRCULARS_A_PAGE)
    .execute()
  return { circulars: rows.map(toCircular), count: Number(counted.count) }
}

export const insertCircular = async (
  db: Db,
  given: CircularSettings & { readonly id: string; readonly content: CircularContent },
  { at, by }: Changed
): Promise<void> => {
  const { id, theme, from, to, content } = given
  await db
    .insertInto('circular')
    .values({
      ...{ id, theme, state: 'draft', from_on: from, to_on: to },
      content: JSON.stringify(content),
      ...{ created_at: at, created_by: by, changed_at: at, changed_by: by },
      ...{ issued_at: null, issued_by: null },
    })
    .execute()
}

/** Keeps what was, and puts what is in its place. @param supersededId of the row that keeps it */
export const updateCircular = async (
  db: Db,
  before: StoredCircular,
  given: { readonly content: CircularContent; readonly supersededId: string },
  { at, by }: Changed
): Promise<void> => {
  await db
    .insertInto('circular_superseded')
    .values({
      id: given.supersededId,
      circular_id: before.id,
      revision: before.revision,
      content: JSON.stringify(before.content),
      superseded_at: at,
      superseded_by: by,
    })
    .execute()
  await db
    .updateTable('circular')
    .set({
      content: JSON.stringify(given.content),
      revision: before.revision + 1,
      changed_at: at,
      changed_by: by,
    })
    .where('id', '=', before.id)
    .execute()
}

/** @param content as text, so that its hash is of what is stored */
export const issueRow = async (
  db: Db,
  id: string,
  content: string,
  { at, by }: Changed
): Promise<void> => {
  await db
    .updateTable('circular')
    .set({ state: 'issued', content, issued_at: at, issued_by: by, changed_at: at, changed_by: by })
    .where('id', '=', id)
    .execute()
}

export const endCircular = async (
  db: Db,
  id: string,
  state: 'withdrawn' | 'discarded',
  { at, by }: Changed
): Promise<void> => {
  await db
    .updateTable('circular')
    .set({ state, changed_at: at, changed_by: by })
    .where('id', '=', id)
    .execute()
}
