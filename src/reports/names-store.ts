/** The SQL of what may not leave the council in words: references of cases and audits, and names of staff. */
import { toKey } from '../db/columns.ts'
import type { Db } from '../db/schema.ts'

const MOST_REFERENCES = 500

/** Which of the words are the reference of a case or an audit, as keys. */
export const knownReferences = async (db: Db, typed: readonly string[]): Promise<Set<string>> => {
  const keys = [...new Set(typed.map(toKey))].slice(0, MOST_REFERENCES)
  if (keys.length === 0) return new Set()
  const cases = await db
    .selectFrom('case_file')
    .select('reference_key as key')
    .where('reference_key', 'in', keys)
    .unionAll(
      db.selectFrom('audit').select('reference_key as key').where('reference_key', 'in', keys)
    )
    .execute()
  return new Set(cases.map(({ key }) => key))
}

export const listStaffNames = async (db: Db): Promise<string[]> => {
  const rows = await db.selectFrom('person').select('name').execute()
  return rows.map(({ name }) => name)
}
