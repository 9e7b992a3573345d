/** Asks the database which references and names of staff stand in a report's words, and says what is wrong with them. */
import type { Db } from '../db/schema.ts'
import { loadKnownNames } from './names-store.ts'
import type { Audience } from './rules/report.ts'
import {
  questionsOf,
  referencesIn,
  type ShownWords,
  type WordsQuestion,
} from './rules/words-check.ts'

export const loadWordsCheck = async (
  db: Db,
  audience: Audience,
  words: readonly ShownWords[]
): Promise<WordsQuestion[]> => {
  if (words.length === 0) return []
  if (audience === 'internal') return questionsOf(audience, words, new Set(), [])
  const { references, staff } = await loadKnownNames(
    db,
    words.flatMap(({ text }) => referencesIn(text))
  )
  return questionsOf(audience, words, references, staff)
}
