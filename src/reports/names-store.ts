/** The SQL of what may not leave the council in words: references of cases and audits, and names of staff. */
import { toKey } from '../db/columns.ts'
import type { Db } from '../db/schema.ts'

/** Asked about in one query; far under the number of values that either database takes. */
const AT_ONCE = 500

/** Which of the words are the reference of a case or an audit, as keys. */
export const knownReferences = async (db: Db, typed: readonly string[]): Promise<Set<string>> => {
  const keys = [...new Set(typed.map(toKey))]
  const known = new Set<string>()
  for (let from = 0; from < keys.length; from += AT_ONCE) {
    const some = keys.slice(from, from + AT_ONCE)
    const rows = await db
      .selectFrom('case_file')
      .select('reference_key as key')
      .where('reference_key', 'in', some)
      .unionAll(
        db.selectFrom('audit').select('reference_key as key').where('reference_key', 'in', some)
      )
      .execute()
    for (const { key } of rows) known.add(key)
  }
  return known
}

export const listStaffNames = async (db: Db): Promise<string[]> => {
  const rows = await db.selectFrom('person').select('name').execute()
  return rows.map(({ name }) => name)
}
