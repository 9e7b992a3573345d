/** The names of people by id, those who have left too. */
import type { Db } from '../db/schema.ts'

export const listNames = async (
  db: Db,
  ids: readonly string[]
): Promise<ReadonlyMap<string, string>> => {
  const rows = await db.selectFrom('person').where('id', 'in', ids).select(['id', 'name']).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
