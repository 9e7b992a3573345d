/**
 * Whether a suppressed count can be worked out from what is printed beside it. A count of 1 to 5 is *given away* when
 * fewer than two whole numbers between 1 and 5 fit everything printed (contracts.md §8).
 */

/** Fewer children than this stand behind no printed count, nought apart. */
const LARGEST_SMALL = 5

/** A count that is suppressed: 1 to 5. Nought says that there is nobody to recognise. */
export const isSmall = (count: number): boolean => count >= 1 && count <= LARGEST_SMALL

/** A number of suppressed counts whose sum can be worked out. */
type KnownSum = { readonly cells: number; readonly sum: number }

/** How many values from 1 to 5 one of `cells` suppressed counts can have when they sum to `sum`. */
const valuesWhenSummed = (cells: number, sum: number): number => {
  const others = cells - 1
  return [1, 2, 3, 4, 5].filter(
    (value) => sum - value >= others && sum - value <= LARGEST_SMALL * others
  ).length
}

/**
 * True when every suppressed count can still be at least two of 1 to 5, given sums of counts that a reader can work out.
 * Sums must not overlap in suppressed counts: then what one allows does not depend on another.
 *
 * @param counts the true counts; those of 1 to 5 are suppressed
 */
export const keepsSecret = (
  counts: readonly number[],
  sums: readonly (readonly number[])[]
): boolean =>
  sums
    .map((places): KnownSum => {
      const hidden = places.filter((place) => isSmall(counts[place] ?? 0))
      return {
        cells: hidden.length,
        sum: hidden.reduce((total, place) => total + (counts[place] ?? 0), 0),
      }
    })
    .filter(({ cells }) => cells > 0)
    .every(({ cells, sum }) => valuesWhenSummed(cells, sum) >= 2)

/**
 * The same for choices of which everybody took one or more: their counts sum to at least *n*.
 *
 * @param counts the true counts of every choice
 */
export const keepsChoicesSecret = (counts: readonly number[], n: number): boolean => {
  const hidden = counts.filter(isSmall)
  const printed = counts.reduce((sum, count) => sum + (isSmall(count) ? 0 : count), 0)
  const least = n - printed - LARGEST_SMALL * (hidden.length - 1)
  return hidden.length === 0 || least < LARGEST_SMALL
}

/** What of a distribution may be printed besides its counts of nought or more than 5. */
export type Printable = {
  readonly n: boolean
  readonly goodOrBetter: boolean
}

const sumOf = (counts: readonly number[], places: readonly number[]) =>
  places.reduce((total, place) => total + (counts[place] ?? 0), 0)

/** With n printed and good or better not: whether a small number good or better can still be two of 1 to 5. */
const isGoodSecret = (
  counts: readonly number[],
  goodPlaces: readonly number[],
  weakPlaces: readonly number[]
): boolean => {
  if (!isSmall(sumOf(counts, goodPlaces))) return true
  const hidden = (places: readonly number[]) =>
    places.filter((place) => isSmall(counts[place] ?? 0))
  const good = hidden(goodPlaces).length
  const weak = hidden(weakPlaces).length
  const sum = sumOf(counts, [...hidden(goodPlaces), ...hidden(weakPlaces)])
  const fits = [1, 2, 3, 4, 5].filter(
    (value) =>
      value >= good &&
      value <= LARGEST_SMALL * good &&
      sum - value >= weak &&
      sum - value <= LARGEST_SMALL * weak
  )
  return fits.length >= 2
}

/**
 * Decides for the counts of a scale's values, by default of the four grades, best first. Printing both n and the number good or better lets a reader work out
 * two sums, printing one of them a single sum. The first choice that keeps every small number secret is taken: all,
 * n alone, the number good or better alone, neither.
 *
 * @param goodPlaces of the counts that are added up to good or better
 */
export const printableOf = (
  counts: readonly number[],
  goodPlaces: readonly number[] = [0, 1]
): Printable => {
  const every = counts.map((_, place) => place)
  const weakPlaces = every.filter((place) => !goodPlaces.includes(place))
  const n = sumOf(counts, every)
  const good = sumOf(counts, goodPlaces)
  const choices: { choice: Printable; allowed: boolean }[] = [
    {
      choice: { n: true, goodOrBetter: true },
      allowed: !isSmall(n) && !isSmall(good) && keepsSecret(counts, [goodPlaces, weakPlaces]),
    },
    {
      choice: { n: true, goodOrBetter: false },
      allowed:
        !isSmall(n) && isGoodSecret(counts, goodPlaces, weakPlaces) && keepsSecret(counts, [every]),
    },
    {
      choice: { n: false, goodOrBetter: true },
      allowed: !isSmall(good) && keepsSecret(counts, [goodPlaces]),
    },
  ]
  return choices.find(({ allowed }) => allowed)?.choice ?? { n: false, goodOrBetter: false }
}
