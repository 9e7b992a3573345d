/** The SQL of the lists that an administrator keeps for alerts: categories of concern and the stages of a dispute. */
import { fromJson, toJson, toKey } from '../db/columns.ts'
import type { Db } from '../db/schema.ts'
import type { Stage } from './rules/standard-lists.ts'

export interface Category {
  readonly id: string
  readonly label: string
  readonly isRetired: boolean
}

/** In the order in which they are offered, the retired ones too. */
export const listCategories = async (db: Db): Promise<Category[]> => {
  const rows = await db
    .selectFrom('concern_category')
    .select(['id', 'label', 'retired_at as retiredAt'])
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map(({ retiredAt, ...row }) => ({ ...row, isRetired: retiredAt !== null }))
}

/** Nothing where there are categories already. @returns how many were added */
export const insertFirstCategories = async (
  db: Db,
  categories: readonly (readonly [string, string])[]
): Promise<number> => {
  const known = await db.selectFrom('concern_category').select('id').limit(1).executeTakeFirst()
  if (known) return 0
  const result = await db
    .insertInto('concern_category')
    .values(
      categories.map(([id, label], position) => ({
        id,
        label,
        label_key: toKey(label),
        position,
        retired_at: null,
      }))
    )
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return Number(result.numInsertedOrUpdatedRows ?? 0)
}

export interface Ladder {
  readonly id: string
  readonly number: number
  readonly stages: readonly Stage[]
}

const asLadder = (row: { id: string; number: number; stages: string }): Ladder => ({
  ...row,
  stages: fromJson<readonly Stage[]>(row.stages),
})

/** The ladder that alerts enter now. Undefined in a database that was never started. */
export const findNewestLadder = async (db: Db): Promise<Ladder | undefined> => {
  const row = await db
    .selectFrom('dispute_ladder')
    .select(['id', 'number', 'stages'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && asLadder(row)
}

/** The ladder that a dispute is on. */
export const findLadder = async (db: Db, id: string): Promise<Ladder | undefined> => {
  const row = await db
    .selectFrom('dispute_ladder')
    .select(['id', 'number', 'stages'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row && asLadder(row)
}

/** @returns false when a ladder of this number is there already; nothing is written then */
export const insertLadder = async (
  db: Db,
  ladder: Ladder & { readonly now: string; readonly by: string | null }
): Promise<boolean> => {
  const result = await db
    .insertInto('dispute_ladder')
    .values({
      id: ladder.id,
      number: ladder.number,
      stages: toJson(ladder.stages),
      created_at: ladder.now,
      created_by: ladder.by,
    })
    .onConflict((conflict) => conflict.column('number').doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}
