/**
 * Which numbers of a whole report may be printed for readers outside the council (contracts.md §8). Every number is a
 * cell, or a sum of cells. At first nothing is printed; then figures are, the most useful first, as long as each number
 * from 1 to 5 keeps two values that fit everything printed. So what goes along with a small number is what is missed
 * least. Percentages, bounds and changes follow from counts and n, and stand only where those do.
 */
import { isSmall } from './disclosure.ts'
import { type HiddenCell, type Moves, type SmallSum, secondSolution } from './hidden-moves.ts'
import type { NamedSums } from './printed-sums.ts'

export type SuppressionInput = {
  /** Every count by id. */
  readonly cells: ReadonlyMap<string, number>
  /** What could be printed by id, and the cells that it adds up: what matters most first. A cell adds up itself. */
  readonly figures: ReadonlyMap<string, readonly string[]>
  /**
   * Sums that a reader is taken to know although they stand nowhere: the audits of a round are the same for every line
   * of it, so one line that gives them away gives them for all.
   */
  readonly assumed: readonly (readonly string[])[]
  /** Figures of which a reader is told, where they are suppressed for being small, that they are from 1 to 5. */
  readonly told?: readonly string[] | undefined
  /** Figures that can be left out of the report altogether, where they could not be kept even as marks. */
  readonly loose?: ReadonlySet<string> | undefined
  /** Sums that frozen reports print: whoever has those has them. */
  readonly known?: readonly (readonly string[])[] | undefined
  /** Sums of 1 to 5 that frozen reports have suppressed, and that have to stay so. */
  readonly kept?: readonly (readonly string[])[] | undefined
  /** Those among them that they say to be from 1 to 5. */
  readonly toldBefore?: readonly (readonly string[])[] | undefined
}

export type Suppression = {
  /** Of cells and sums. */
  readonly isShown: (id: string) => boolean
  /** Whether a suppressed figure may be said to be from 1 to 5. */
  readonly isToldSmall: (id: string) => boolean
  /** What is printed, and what is suppressed for being small, by the cells that each adds up. */
  readonly printed: () => NamedSums
  /** Of loose figures: that it has to be left out. */
  readonly isLeftOut: (id: string) => boolean
  /** Cells of lines of which nothing may be printed. */
  readonly isWithheld: (id: string) => boolean
}

const LARGEST = 5

/** A number of 1 to 5, the cells that make it, and the other solution that was found for it. */
type Secret = { readonly places: readonly number[]; readonly value: number; moves: Moves }

export const suppress = (input: SuppressionInput): Suppression => {
  const ids = [...input.cells.keys()]
  const placeOf = new Map(ids.map((id, place) => [id, place]))
  const values = ids.map((id) => input.cells.get(id) ?? 0)
  const places = (parts: readonly string[]): number[] =>
    parts.flatMap((id) => placeOf.get(id) ?? [])
  const named = (some: readonly number[]): string[] => some.map((place) => ids[place] ?? '')
  const total = (some: readonly number[]) =>
    some.reduce((sum, place) => sum + (values[place] ?? 0), 0)
  const cells = values.map(
    (value): HiddenCell =>
      isSmall(value)
        ? { value, low: 1, high: LARGEST }
        : { value, low: 0, high: Number.MAX_SAFE_INTEGER }
  )
  const sums: (readonly number[])[] = []
  const sumsOf: number[][] = values.map(() => [])
  const learn = (sum: readonly number[]) => {
    for (const place of sum) sumsOf[place]?.push(sums.length)
    sums.push(sum)
  }
  const forget = () => {
    const sum = sums.pop() ?? []
    for (const place of sum) sumsOf[place]?.pop()
  }

  const figures = [...input.figures].map(([id, parts]) => ({ id, parts: places(parts) }))
  const secretParts = new Map<string, readonly number[]>()
  const keyOf = (some: readonly number[]) => some.toSorted((a, b) => a - b).join()
  const keep = (some: readonly number[]) => {
    if (isSmall(total(some))) secretParts.set(keyOf(some), some)
  }
  for (const place of values.keys()) keep([place])
  const looseAt = new Map<string, string>()
  for (const { id, parts } of figures) {
    keep(parts)
    if (input.loose?.has(id) && parts.length > 1) looseAt.set(keyOf(parts), id)
  }
  const leftOut = new Set<string>()
  for (const parts of input.kept ?? []) keep(places(parts))

  const smallSumsOf: SmallSum[][] = values.map(() => [])
  const told = new Map<string, SmallSum>()
  for (const id of input.told ?? []) {
    const sum = { places: places(input.figures.get(id) ?? []), value: 0 }
    const small = { ...sum, value: total(sum.places) }
    if (!isSmall(small.value)) continue
    told.set(id, small)
    for (const place of small.places) smallSumsOf[place]?.push(small)
  }
  for (const parts of input.toldBefore ?? []) {
    const small = { places: places(parts), value: total(places(parts)) }
    if (isSmall(small.value)) for (const place of small.places) smallSumsOf[place]?.push(small)
  }
  /** Says no longer of sums with these cells that they are small. */
  const untell = (some: readonly number[]) => {
    for (const [id, sum] of told) {
      if (!sum.places.some((place) => some.includes(place))) continue
      told.delete(id)
      for (const place of sum.places) {
        smallSumsOf[place] = (smallSumsOf[place] ?? []).filter((one) => one !== sum)
      }
    }
  }

  for (const sum of [...input.assumed, ...(input.known ?? [])]) learn(places(sum))
  const secretsAt: Set<Secret>[] = values.map(() => new Set())
  const hold = (secret: Secret) => {
    for (const place of secret.moves.keys()) secretsAt[place]?.add(secret)
  }
  const release = (secret: Secret) => {
    for (const place of secret.moves.keys()) secretsAt[place]?.delete(secret)
  }
  const find = (some: readonly number[]) =>
    secondSolution({ cells, sums, sumsOf, smallSumsOf }, { places: some, value: total(some) })
  // What has no second value before anything is printed cannot be kept by printing less: nothing of its lines is.
  const withheld = new Set<number>()
  const lost = new Set<string>()
  for (const some of secretParts.values()) {
    let moves = find(some)
    if (moves === undefined && told.size > 0) {
      untell([
        ...some,
        ...some.flatMap((place) => sumsOf[place] ?? []).flatMap((sum) => sums[sum] ?? []),
      ])
      moves = find(some)
    }
    const loose = looseAt.get(keyOf(some))
    if (moves) hold({ places: some, value: total(some), moves })
    else if (loose !== undefined) leftOut.add(loose)
    else {
      lost.add(keyOf(some))
      for (const place of some) {
        withheld.add(place)
        for (const sum of sumsOf[place] ?? [])
          for (const other of sums[sum] ?? []) withheld.add(other)
      }
    }
  }

  /** Prints a sum, unless somebody could then work out a number of 1 to 5. */
  const print = (parts: readonly number[], isSearched: boolean): boolean => {
    const asked = new Set(parts.flatMap((place) => [...(secretsAt[place] ?? [])]))
    const broken = [...asked].filter(
      ({ moves }) => parts.reduce((sum, place) => sum + (moves.get(place) ?? 0), 0) !== 0
    )
    if (broken.length > 0 && !isSearched) return false
    learn(parts)
    const found: [Secret, Moves][] = []
    for (const secret of broken) {
      const moves = find(secret.places)
      if (moves === undefined) {
        forget()
        return false
      }
      found.push([secret, moves])
    }
    for (const [secret, moves] of found) {
      release(secret)
      secret.moves = moves
      hold(secret)
    }
    return true
  }

  const shown = new Set<string>()
  // Then once more without a search: what was refused may follow from what is printed since.
  for (const isSearched of [true, false]) {
    for (const { id, parts } of figures) {
      if (shown.has(id) || isSmall(total(parts))) continue
      if (parts.some((place) => withheld.has(place))) continue
      if (print(parts, isSearched)) shown.add(id)
    }
  }
  return {
    isShown: (id) => shown.has(id),
    printed: () => ({
      sums: figures.flatMap(({ id, parts }) =>
        shown.has(id) ? [{ value: total(parts), parts: named(parts) }] : []
      ),
      kept: figures.flatMap(({ id, parts }) =>
        !isSmall(total(parts)) || lost.has(keyOf(parts)) || leftOut.has(id) ? [] : [named(parts)]
      ),
      told: [...told.values()].map((sum) => named(sum.places)),
    }),
    isToldSmall: (id) => told.has(id),
    isLeftOut: (id) => leftOut.has(id),
    isWithheld: (id) => withheld.has(placeOf.get(id) ?? -1),
  }
}
