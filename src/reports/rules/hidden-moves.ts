/**
 * Whether hidden whole numbers could be others than they are: looks for a second solution of everything that a reader
 * knows, near the true one. A solution that is found proves that a number is not given away; where none is found in the
 * time allowed, the caller prints less. So a mistake here costs figures, never somebody's privacy.
 */

/** A hidden number: what it is, and between what a reader knows it to be. */
export type HiddenCell = { readonly value: number; readonly low: number; readonly high: number }

/** Places of hidden cells whose sum a reader can work out. */
export type KnownSum = readonly number[]

/** Steps of one search. Most searches take fewer than ten. */
const PATIENCE = 3000

type Search = {
  readonly cells: readonly HiddenCell[]
  readonly sums: readonly KnownSum[]
  readonly sumsOf: ReadonlyMap<number, readonly number[]>
  steps: number
}

const room = ({ cells }: Search, place: number, delta: number): boolean => {
  const cell = cells[place]
  return cell !== undefined && cell.value + delta >= cell.low && cell.value + delta <= cell.high
}

/** Changes one number after another by one until every known sum is what it was. */
const balance = (
  search: Search,
  deltas: Map<number, number>,
  isWanted: (deltas: ReadonlyMap<number, number>) => boolean
): boolean => {
  search.steps += 1
  if (search.steps > PATIENCE) return false
  const touched = [...new Set([...deltas.keys()].flatMap((one) => search.sumsOf.get(one) ?? []))]
  const offOf = (sum: number) =>
    (search.sums[sum] ?? []).reduce((total, place) => total + (deltas.get(place) ?? 0), 0)
  const open = touched.find((sum) => offOf(sum) !== 0)
  if (open === undefined) return isWanted(deltas)
  const step = offOf(open) > 0 ? -1 : 1
  for (const place of search.sums[open] ?? []) {
    const before = deltas.get(place) ?? 0
    // Taking back what was just done leads nowhere.
    if (before * step < 0 || !room(search, place, before + step)) continue
    deltas.set(place, before + step)
    if (balance(search, deltas, isWanted)) return true
    if (before === 0) deltas.delete(place)
    else deltas.set(place, before)
  }
  return false
}

/**
 * True when the sum of the cells at `target` has a second value of 1 to 5 that fits all known sums.
 * @param target one cell, or the cells of a hidden sum
 */
export const hasSecondValue = (
  cells: readonly HiddenCell[],
  sums: readonly KnownSum[],
  target: readonly number[],
  printed = 0
): boolean => {
  const sumsOf = new Map<number, number[]>()
  for (const [index, sum] of sums.entries()) {
    for (const place of sum) sumsOf.set(place, [...(sumsOf.get(place) ?? []), index])
  }
  const value = printed + target.reduce((total, place) => total + (cells[place]?.value ?? 0), 0)
  const isWanted = (deltas: ReadonlyMap<number, number>) => {
    const net = target.reduce((total, place) => total + (deltas.get(place) ?? 0), 0)
    return net !== 0 && value + net >= 1 && value + net <= 5
  }
  return target.some((place) =>
    [-1, 1].some((step) => {
      const search: Search = { cells, sums, sumsOf, steps: 0 }
      return room(search, place, step) && balance(search, new Map([[place, step]]), isWanted)
    })
  )
}
