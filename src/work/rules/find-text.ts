/** What somebody typed to find something: tidied, and compared with references, names and sentences. */

export const SHORTEST_SEARCH = 2
export const LONGEST_SEARCH = 100

/** Composed, with single spaces. */
export const tidySearch = (typed: string): string =>
  typed.normalize('NFKC').trim().replace(/\s+/g, ' ')

/** A to Z alone, as `lower` folds in both databases. */
const foldLatin = (text: string): string => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase())

export interface KeyRange {
  /** The key itself, and the first of the range. */
  readonly from: string
  /** No key of the range comes after it. */
  readonly to: string
}

/** The keys that begin with what was typed: a range, so that `%` and `_` are characters like any other. */
export const rangeOf = (typed: string): KeyRange => {
  const from = foldLatin(typed)
  return { from, to: `${from}\u{10FFFF}` }
}

/** Without accents and case, letters and digits only: "Zoë O'Hara" is the words zoe, o, hara. */
const foldedWords = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')

/** True when every typed word begins a word of the name, in any order; never for what has no word in it. */
export const isNamedBy = (name: string, typed: string): boolean => {
  const wanted = foldedWords(typed)
  const words = foldedWords(name)
  return wanted.length > 0 && wanted.every((want) => words.some((word) => word.startsWith(want)))
}

/** Patterns for `like … escape '\'`: each typed word anywhere in a sentence. */
export const patternsOf = (typed: string): string[] =>
  foldLatin(typed)
    .split(' ')
    .map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`)
