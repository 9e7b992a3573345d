/**
 * Whether hidden whole numbers could be others than they are: looks for a second solution of everything that a reader
 * knows, near the true one. A solution that is found proves that a number is not given away; where none is found in the
 * time allowed, the caller prints less. So a mistake here costs figures, never somebody's privacy.
 */

/** A hidden number: what it is, and between what a reader knows it to be. */
export type HiddenCell = { readonly value: number; readonly low: number; readonly high: number }

/** Places of hidden cells whose sum a reader can work out. */
export type KnownSum = readonly number[]

/** How a second solution differs from the true one, by place; places that are the same in both are left out. */
export type Moves = ReadonlyMap<number, number>

export type MoveInput = {
  readonly cells: readonly HiddenCell[]
  readonly sums: readonly KnownSum[]
  /** Of each cell, which of the sums it is in. */
  readonly sumsOf: readonly (readonly number[])[]
  /** Of each cell, the hidden sums of 1 to 5 that it is in: a reader knows that they are no more and no less. */
  readonly smallSumsOf: readonly (readonly SmallSum[])[]
}

export type SmallSum = { readonly places: readonly number[]; readonly value: number }

/** Steps of one search. Most that succeed take fewer than ten. */
const PATIENCE = 400

const netOf = (moves: Moves, places: readonly number[]): number =>
  places.reduce((sum, place) => sum + (moves.get(place) ?? 0), 0)

type Search = MoveInput & {
  steps: number
  readonly target: SmallSum
  readonly off: Map<number, number>
}

const room = ({ cells }: Search, place: number, delta: number): boolean => {
  const cell = cells[place]
  return cell !== undefined && cell.value + delta >= cell.low && cell.value + delta <= cell.high
}

/** Moves one number by one, and says so to every sum that it is in. */
const move = (search: Search, moves: Map<number, number>, place: number, step: number): void => {
  const delta = (moves.get(place) ?? 0) + step
  if (delta === 0) moves.delete(place)
  else moves.set(place, delta)
  for (const sum of search.sumsOf[place] ?? []) {
    const off = (search.off.get(sum) ?? 0) + step
    if (off === 0) search.off.delete(sum)
    else search.off.set(sum, off)
  }
}

type Mending = { readonly places: readonly number[]; readonly step: number }

/** What has to change next, and which way: a known sum that is off, or a small one that would be small no more. */
const nextToMend = (search: Search, moves: Moves): Mending | undefined => {
  const [open] = search.off
  if (open) return { places: search.sums[open[0]] ?? [], step: open[1] > 0 ? -1 : 1 }
  for (const sum of [
    search.target,
    ...[...moves.keys()].flatMap((place) => search.smallSumsOf[place] ?? []),
  ]) {
    const value = sum.value + netOf(moves, sum.places)
    if (value < 1 || value > 5) return { places: sum.places, step: value < 1 ? 1 : -1 }
  }
  return undefined
}

/** Sums that one more step at a place would mend, less those that it would put out. */
const worthOf = (search: Search, place: number, step: number): number =>
  (search.sumsOf[place] ?? []).reduce(
    (worth, sum) => worth + ((search.off.get(sum) ?? 0) * step < 0 ? 1 : -1),
    0
  ) - (search.smallSumsOf[place]?.length ?? 0)

/** Places that can take the step: those that mend most, and of them the largest, which have the most room. */
const bestFirst = (search: Search, moves: Moves, { places, step }: Mending): number[] =>
  places
    .filter((place) => {
      const before = moves.get(place) ?? 0
      // Taking back what was just done leads nowhere.
      return before * step >= 0 && room(search, place, before + step)
    })
    .map((place) => ({ place, worth: worthOf(search, place, step) }))
    .sort(
      (a, b) =>
        b.worth - a.worth ||
        (search.cells[b.place]?.value ?? 0) - (search.cells[a.place]?.value ?? 0)
    )
    .map(({ place }) => place)

/** Changes one number after another by one until everything known is what it was, and the target is not. */
const balance = (search: Search, moves: Map<number, number>): boolean => {
  search.steps += 1
  if (search.steps > PATIENCE) return false
  const next = nextToMend(search, moves)
  if (next === undefined) return netOf(moves, search.target.places) !== 0
  for (const place of bestFirst(search, moves, next)) {
    move(search, moves, place, next.step)
    if (balance(search, moves)) return true
    move(search, moves, place, -next.step)
  }
  return false
}

/**
 * A second solution of all known sums in which the sum of the cells at `target`, one to five, is another such number.
 * @param target one cell, or the cells of a hidden sum that is among the small ones
 * @returns undefined where none was found
 */
export const secondSolution = (input: MoveInput, target: SmallSum): Moves | undefined => {
  for (const place of target.places) {
    for (const step of [-1, 1]) {
      const search: Search = { ...input, target, steps: 0, off: new Map() }
      if (!room(search, place, step)) continue
      const moves = new Map<number, number>()
      move(search, moves, place, step)
      if (balance(search, moves)) return moves
    }
  }
  return undefined
}
