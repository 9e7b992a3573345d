/**
 * Whether a suppressed count can be worked out from what is printed beside it. A count of 1 to 5 is *given away* when
 * fewer than two whole numbers between 1 and 5 fit everything printed (contracts.md §8).
 */

/** Fewer children than this stand behind no printed count, nought apart. */
export const LARGEST_SMALL = 5

/** A count that is suppressed: 1 to 5. Nought says that there is nobody to recognise. */
export const isSmall = (count: number): boolean => count >= 1 && count <= LARGEST_SMALL

/**
 * True when choices of which everybody took one or more keep their secret: their counts sum to at least *n*.
 *
 * @param counts the true counts of every choice
 */
export const keepsChoicesSecret = (counts: readonly number[], n: number): boolean => {
  const hidden = counts.filter(isSmall)
  const printed = counts.reduce((sum, count) => sum + (isSmall(count) ? 0 : count), 0)
  const least = n - printed - LARGEST_SMALL * (hidden.length - 1)
  return hidden.length === 0 || least < LARGEST_SMALL
}
