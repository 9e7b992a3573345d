/**
 * What a report for outside has printed, as sums of counts: kept with it when it is frozen, so that the next one can be
 * held against it. Small numbers themselves are not in it, only what adds up to what.
 */

export type PrintedSums = {
  /** Names of counts (report-ids.ts); the others point into it. */
  readonly ids: readonly string[]
  /** A printed number, then the counts that it adds up. */
  readonly sums: readonly (readonly number[])[]
  /** Sums of 1 to 5 that are suppressed; `told` are those that the report says to be so. */
  readonly kept: readonly (readonly number[])[]
  readonly told: readonly (readonly number[])[]
}

export type NamedSums = {
  readonly sums: readonly { readonly value: number; readonly parts: readonly string[] }[]
  readonly kept: readonly (readonly string[])[]
  readonly told: readonly (readonly string[])[]
}

/** Tables of counts are of the report's own day, and are not held against another's. */
const isTable = (id: string): boolean => id.startsWith('table\u0000')

export const packSums = ({ sums, kept, told }: NamedSums): PrintedSums => {
  const ids: string[] = []
  const places = new Map<string, number>()
  const placeOf = (id: string): number => {
    const known = places.get(id)
    if (known !== undefined) return known
    places.set(id, ids.length)
    ids.push(id)
    return ids.length - 1
  }
  const own = (some: readonly (readonly string[])[]) =>
    some.filter((parts) => !parts.some(isTable)).map((parts) => parts.map(placeOf))
  return {
    sums: sums
      .filter(({ parts }) => !parts.some(isTable))
      .map(({ value, parts }) => [value, ...parts.map(placeOf)]),
    kept: own(kept),
    told: own(told),
    ids,
  }
}

/** Rounds by name whose counts are in it. */
export const roundsOf = ({ ids }: PrintedSums): string[] => [
  ...new Set(ids.flatMap((id) => id.split('\u0000')[3] ?? [])),
]

export type FrozenSums = { readonly number: number; readonly printed: PrintedSums }

export type BesideSums = {
  readonly known: readonly (readonly string[])[]
  readonly kept: readonly (readonly string[])[]
  readonly told: readonly (readonly string[])[]
  /** Reports whose numbers are no longer those of today: nothing can be proved beside them. */
  readonly changed: readonly number[]
}

/**
 * What frozen reports print, as far as it is about the counts of today.
 * @param cells every count of today by name
 */
export const sumsBeside = (
  frozen: readonly FrozenSums[],
  cells: ReadonlyMap<string, number>
): BesideSums => {
  const known = new Map<string, readonly string[]>()
  const kept: (readonly string[])[] = []
  const told: (readonly string[])[] = []
  const changed: number[] = []
  const totalOf = (parts: readonly string[]): number | undefined =>
    parts.every((id) => cells.has(id))
      ? parts.reduce((sum, id) => sum + (cells.get(id) ?? 0), 0)
      : undefined
  for (const { number, printed } of frozen) {
    const named = (places: readonly number[]) => places.map((place) => printed.ids[place] ?? '')
    let isSame = true
    for (const [value, ...places] of printed.sums) {
      const parts = named(places)
      if (totalOf(parts) === value)
        known.set(places.length === 1 ? (parts[0] ?? '') : parts.join('\u0001'), parts)
      else isSame = false
    }
    for (const places of printed.kept) {
      if (totalOf(named(places)) === undefined) isSame = false
      else kept.push(named(places))
    }
    for (const places of printed.told) told.push(named(places))
    if (!isSame) changed.push(number)
  }
  return { known: [...known.values()], kept, told, changed }
}
