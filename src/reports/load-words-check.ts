/** Asks the database which references and names of staff stand in a report's words, and says what is wrong with them. */
import { toKey } from '../db/columns.ts'
import type { Db } from '../db/schema.ts'
import type { Audience } from './rules/report.ts'
import {
  questionsOf,
  referencesIn,
  type ShownWords,
  type WordsQuestion,
} from './rules/words-check.ts'

const MOST_REFERENCES = 500

const knownReferences = async (db: Db, typed: readonly string[]): Promise<Set<string>> => {
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

export const loadWordsCheck = async (
  db: Db,
  audience: Audience,
  words: readonly ShownWords[]
): Promise<WordsQuestion[]> => {
  if (words.length === 0) return []
  if (audience === 'internal') return questionsOf(audience, words, new Set(), [])
  const references = await knownReferences(
    db,
    words.flatMap(({ text }) => referencesIn(text))
  )
  const people = await db.selectFrom('person').select('name').execute()
  return questionsOf(
    audience,
    words,
    references,
    people.map(({ name }) => name)
  )
}
