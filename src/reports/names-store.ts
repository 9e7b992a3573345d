/** The SQL of what may not leave the council in words: references of cases and audits, and names of staff. */
import { toKey } from '../db/columns.ts'
import { readTogether } from '../db/read-together.ts'
import type { Db } from '../db/schema.ts'

/** Asked about in one query; far under the number of values that either database takes. */
const AT_ONCE = 500

const referencesRead = (db: Db, keys: readonly string[]) =>
  db
    .selectFrom('case_file')
    .select('reference_key as key')
    .where('reference_key', 'in', keys)
    .unionAll(
      db.selectFrom('audit').select('reference_key as key').where('reference_key', 'in', keys)
    )

export type KnownNames = {
  /** Which of the words are the reference of a case or an audit, as keys. */
  readonly references: ReadonlySet<string>
  /** Of everybody with an account. */
  readonly staff: readonly string[]
}

export const loadKnownNames = async (db: Db, typed: readonly string[]): Promise<KnownNames> => {
  const keys = [...new Set(typed.map(toKey))]
  const { staff, references } = await readTogether(db, {
    staff: db.selectFrom('person').select('name'),
    // Neither database takes an empty list, and no reference is empty.
    references: referencesRead(db, ['', ...keys.slice(0, AT_ONCE)]),
  })
  const known = new Set(references.map(({ key }) => key))
  for (let from = AT_ONCE; from < keys.length; from += AT_ONCE) {
    const more = await referencesRead(db, keys.slice(from, from + AT_ONCE)).execute()
    for (const { key } of more) known.add(key)
  }
  return { references: known, staff: staff.map(({ name }) => name) }
}
