/** Words that a step on a safety notice must have: not empty, and not longer than is kept. */
import { WORDS_LIMIT } from './told.ts'

/** @param missing what to do when there are none */
export const wordsFault = (words: string, missing: string): string | undefined => {
  const { length } = words.trim()
  if (length === 0) return missing
  return length > WORDS_LIMIT
    ? `Use ${WORDS_LIMIT.toLocaleString('en-GB')} characters or fewer; you used ${length.toLocaleString('en-GB')}`
    : undefined
}
