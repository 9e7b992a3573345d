/** Which of the names that were found in an audit's words are still asked about: those not said to be none. */
import type { Db } from '../db/schema.ts'
import { listKeptWords } from './kept-word-store.ts'
import type { NamesByPlace } from './rules/name-questions.ts'
import { wordHash } from './word-hash.ts'

/** Asks the database only where something was found, which is seldom. */
export const loadNamesAsked = async (
  db: Db,
  auditId: string,
  found: NamesByPlace
): Promise<NamesByPlace> => {
  if (found.size === 0) return found
  const kept = await listKeptWords(db, auditId)
  return new Map(
    [...found].flatMap(([place, names]): [string, readonly string[]][] => {
      const asked = names.filter((name) => !kept.has(wordHash(auditId, name)))
      return asked.length === 0 ? [] : [[place, asked]]
    })
  )
}
