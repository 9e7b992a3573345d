/** The SQL of the council's name, for those who have no server to ask. */
import type { Db } from '../db/schema.ts'

export const readCouncilName = async (db: Db): Promise<string> => {
  const row = await db
    .selectFrom('council')
    .select('value')
    .where('key', '=', 'name')
    .executeTakeFirst()
  return row?.value ?? ''
}
