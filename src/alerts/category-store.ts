/** The SQL of keeping categories of concern: each with how many alerts have it, and what an administrator changes. */
import { toKey } from '../db/columns.ts'
import type { Db } from '../db/schema.ts'

const columns = [
  'concern_category.id as id',
  'concern_category.label as label',
  'concern_category.position as position',
  'concern_category.retired_at as retiredAt',
  'concern_category.revision as revision',
] as const

/** In the order in which they are offered, the retired ones too. */
export const listKeptCategories = async (db: Db) => {
  const rows = await db
    .selectFrom('concern_category')
    .select((eb) => [
      ...columns,
      eb
        .selectFrom('alert_concern')
        .whereRef('alert_concern.category_id', '=', 'concern_category.id')
        .select(({ fn }) => fn.countAll().as('alerts'))
        .as('alerts'),
    ])
    .orderBy('concern_category.position')
    .orderBy('concern_category.id')
    .execute()
  return rows.map((row) => ({ ...row, alerts: Number(row.alerts ?? 0) }))
}

export type KeptCategory = Awaited<ReturnType<typeof listKeptCategories>>[number]

export const findCategory = (db: Db, id: string) =>
  db.selectFrom('concern_category').select(columns).where('id', '=', id).executeTakeFirst()

export type StoredCategory = NonNullable<Awaited<ReturnType<typeof findCategory>>>

/** Whatever the case and the spaces around it; retired or not. */
export const findCategoryByLabel = (db: Db, label: string) =>
  db
    .selectFrom('concern_category')
    .select(columns)
    .where('label_key', '=', toKey(label))
    .executeTakeFirst()

/** Last in the order. @returns false when the label is there already */
export const insertCategory = async (
  db: Db,
  category: { readonly id: string; readonly label: string }
): Promise<boolean> => {
  const last = await db
    .selectFrom('concern_category')
    .select(({ fn }) => fn.max('position').as('position'))
    .executeTakeFirst()
  const result = await db
    .insertInto('concern_category')
    .values({
      id: category.id,
      label: category.label,
      label_key: toKey(category.label),
      position: Number(last?.position ?? -1) + 1,
      retired_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** @returns false when somebody else changed it after `revision` */
export const updateCategory = async (
  db: Db,
  id: string,
  revision: number,
  change: { readonly label: string } | { readonly retiredAt: string | null }
): Promise<boolean> => {
  const result = await db
    .updateTable('concern_category')
    .set(
      'label' in change
        ? { label: change.label, label_key: toKey(change.label) }
        : { retired_at: change.retiredAt }
    )
    .set((eb) => ({ revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** Held until the transaction ends: of two people ordering at once the second sees what the first has done. */
export const lockCategoryOrder = async (db: Db): Promise<readonly string[]> => {
  await db
    .updateTable('concern_category')
    .set((eb) => ({ position: eb.ref('position') }))
    .execute()
  const rows = await db
    .selectFrom('concern_category')
    .select('id')
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

export const putCategoryOrder = async (db: Db, ids: readonly string[]): Promise<void> => {
  for (const [position, id] of ids.entries()) {
    await db.updateTable('concern_category').set({ position }).where('id', '=', id).execute()
  }
}
