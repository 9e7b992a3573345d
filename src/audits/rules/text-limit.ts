/** How long a text may be, and what is said when it is longer. */

/** Characters, as people count them. */
export const TEXT_LIMIT = 20_000

const withCommas = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ',')

/** A sentence when the text is too long, saying how long it is. */
export const tooLong = (text: string): string | undefined => {
  if (text.length <= TEXT_LIMIT) return undefined
  const typed = [...text].length
  return typed <= TEXT_LIMIT
    ? undefined
    : `Shorten this to ${withCommas(TEXT_LIMIT)} characters or fewer: ${withCommas(typed)} were typed`
}
