/** The names of people who have left, by id. */
import type { Db } from '../db/schema.ts'

export const listNamesOfLeavers = async (
  db: Db,
  ids: readonly string[]
): Promise<ReadonlyMap<string, string>> => {
  const rows = await db
    .selectFrom('person')
    .where('id', 'in', ids)
    .where('is_active', '=', 0)
    .select(['id', 'name'])
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
