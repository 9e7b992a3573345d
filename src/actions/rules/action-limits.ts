/** How long the words of an action may be, and what is said of longer ones. */

export const WHAT_LIMIT = 1_000
export const CHANGE_LIMIT = 5_000
export const NOTE_LIMIT = 5_000

const withCommas = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ',')

/** A sentence when the text is too long, counting characters as people do. */
export const tooLongFor = (limit: number, text: string): string | undefined => {
  const typed = text.length <= limit ? 0 : [...text].length
  return typed > limit
    ? `Shorten this to ${withCommas(limit)} characters or fewer: ${withCommas(typed)} were typed`
    : undefined
}
