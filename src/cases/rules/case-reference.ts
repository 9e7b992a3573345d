/**
 * What may stand as a case's reference. The case system's own reference identifies the child; a name is never asked
 * for, and what looks like one is questioned, not blocked (contracts.md §10).
 */

export const LONGEST_REFERENCE = 40

const ALLOWED = /^[\p{L}\p{N}][\p{L}\p{N}/\-_. ]*$/u

/** Trimmed, with single spaces, composed: two spellings of one reference are one case. */
export const tidyReference = (typed: string): string =>
  typed.normalize('NFKC').trim().replace(/\s+/g, ' ')

/** What is wrong with a tidied reference and what would be right; undefined when nothing is. */
export const referenceFault = (reference: string): string | undefined => {
  if (reference === '') return 'Enter the case reference'
  if (reference.length > LONGEST_REFERENCE) {
    return `A case reference has at most ${LONGEST_REFERENCE} characters; this one has ${reference.length}`
  }
  if (!ALLOWED.test(reference)) {
    return 'A case reference has letters, digits, spaces and / - _ . only, and starts with a letter or digit'
  }
  return undefined
}

/**
 * True for "Mia Carter", "MIA CARTER" and "Mia": no digit anywhere, and two words or more, or one written as names are.
 * Case systems' references have digits, so this seldom asks in vain.
 */
export const looksLikeName = (reference: string): boolean => {
  if (/\p{N}/u.test(reference)) return false
  const words = reference.split(/[ ._/-]+/).filter((word) => /^\p{L}{2,}$/u.test(word))
  return words.length >= 2 || words.some((word) => /^\p{Lu}\p{Ll}{2,}$/u.test(word))
}
