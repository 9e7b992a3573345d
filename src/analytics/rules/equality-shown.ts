/**
 * Which groups of children have their grades shown where grades are divided by what the child is. The page is printed and
 * handed round: three children of one ethnicity group with their grades are three children whom somebody knows.
 */
import { FEWEST_FOR_SHARE } from './small-numbers.ts'

export type GroupSize = { readonly group: string; readonly n: number }

/**
 * Groups of one dimension whose grades are not shown: those of 1 to 4, and where that is one alone, the smallest other
 * too, since the whole less the rest would be the one.
 */
export const hiddenGroups = (groups: readonly GroupSize[]): ReadonlySet<string> => {
  const counted = groups.filter(({ n }) => n > 0)
  const few = counted.filter(({ n }) => n < FEWEST_FOR_SHARE)
  if (few.length !== 1) return new Set(few.map(({ group }) => group))
  const next = counted.filter((one) => !few.includes(one)).toSorted((a, b) => a.n - b.n)[0]
  return new Set([...few, ...(next ? [next] : [])].map(({ group }) => group))
}
