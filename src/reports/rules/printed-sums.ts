/**
 * What a report for outside has printed, as sums of counts: kept with it when it is frozen, so that the next one can be
 * held against it. Small numbers themselves are not in it, only what adds up to what.
 */

/** A report of a year has thousands of counts: names are cut up, and what follows from single counts is not kept again. */
export type PrintedSums = {
  readonly format: 2
  /** What names are made of. */
  readonly words: readonly string[]
  /** Kind, theme, item and round, then the values counted there: each is a count, numbered through in this order. */
  readonly places: readonly (readonly number[])[]
  /** By number of the count: as it is printed by itself, or {@link NOT_ALONE}. */
  readonly counts: readonly number[]
  /** A printed number, then the counts that it adds up: those that are not all printed by themselves. */
  readonly sums: readonly (readonly number[])[]
  /** Sums of 1 to 5 that are suppressed; `told` are those that the report says to be so. Single counts need no word. */
  readonly kept: readonly (readonly number[])[]
  readonly told: readonly (readonly number[])[]
}

export type NamedSums = {
  readonly sums: readonly { readonly value: number; readonly parts: readonly string[] }[]
  readonly kept: readonly (readonly string[])[]
  readonly told: readonly (readonly string[])[]
}

const NOT_ALONE = -1
const SEPARATOR = '\u0000'
/** Before its last part a name says where the count stands. */
const PARTS_OF_PLACE = 4

/** Tables of counts are of the report's own day, and are not held against another's. */
const isTable = (id: string): boolean => id.startsWith(`table${SEPARATOR}`)

const distinct = (some: readonly (readonly string[])[]): string[][] => [
  ...new Map(some.map((parts) => [parts.toSorted().join('\u0001'), [...parts]])).values(),
]

const packNames = (ids: readonly string[]) => {
  const words: string[] = []
  const numbers = new Map<string, number>()
  const numberOf = (word: string): number => {
    const known = numbers.get(word) ?? words.push(word) - 1
    numbers.set(word, known)
    return known
  }
  const placeOf = (id: string) => id.split(SEPARATOR).slice(0, PARTS_OF_PLACE).join(SEPARATOR)
  const groups = [...Map.groupBy(ids, placeOf)]
  const places = groups.map(([place, some]) => [
    ...place.split(SEPARATOR).map(numberOf),
    ...some.map((id) => numberOf(id.slice(place.length + 1))),
  ])
  return { words, places, order: groups.flatMap(([, some]) => some) }
}

/** The names of all counts, in their order. */
const namesOf = ({ words, places }: PrintedSums): string[] =>
  places.flatMap((place) => {
    const named = place.map((number) => words[number] ?? '')
    return named
      .slice(PARTS_OF_PLACE)
      .map((value) => [...named.slice(0, PARTS_OF_PLACE), value].join(SEPARATOR))
  })

export const packSums = (named: NamedSums): PrintedSums => {
  const isOwn = (parts: readonly string[]) => parts.length > 0 && !parts.some(isTable)
  const printed = named.sums.filter(({ parts }) => isOwn(parts))
  const alone = new Map(
    printed.flatMap(({ value, parts: [only = '', ...others] }): [string, number][] =>
      others.length === 0 ? [[only, value]] : []
    )
  )
  const sums = new Map(
    printed
      .filter(({ parts }) => !parts.every((id) => alone.has(id)))
      .map(({ value, parts }) => [parts.toSorted().join('\u0001'), { value, parts }])
  )
  const several = (some: readonly (readonly string[])[]) =>
    distinct(some.filter((parts) => parts.length > 1 && isOwn(parts)))
  const [kept, told] = [several(named.kept), several(named.told)]
  const all = [...sums.values()].flatMap(({ parts }) => parts)
  const { words, places, order } = packNames([
    ...new Set([...alone.keys(), ...all, ...kept.flat(), ...told.flat()]),
  ])
  const numbers = new Map(order.map((id, number) => [id, number]))
  const numbered = (parts: readonly string[]) => parts.map((id) => numbers.get(id) ?? 0)
  return {
    ...{ format: 2, words, places },
    counts: order.map((id) => alone.get(id) ?? NOT_ALONE),
    sums: [...sums.values()].map(({ value, parts }) => [value, ...numbered(parts)]),
    kept: kept.map(numbered),
    told: told.map(numbered),
  }
}

export const unpackSums = (printed: PrintedSums): NamedSums => {
  const names = namesOf(printed)
  const named = (numbers: readonly number[]) => numbers.map((number) => names[number] ?? '')
  return {
    sums: [
      ...printed.counts.flatMap((value, number) =>
        value === NOT_ALONE ? [] : [{ value, parts: named([number]) }]
      ),
      ...printed.sums.map(([value = 0, ...numbers]) => ({ value, parts: named(numbers) })),
    ],
    kept: printed.kept.map(named),
    told: printed.told.map(named),
  }
}

/** As a frozen report has it; undefined where it was kept in a form that is no longer read. */
export const keptSums = (printed: PrintedSums | undefined): PrintedSums | undefined =>
  printed?.format === 2 ? printed : undefined

const ROUND = 3

/** Rounds by name whose counts are in it. */
export const roundsOf = ({ words, places }: PrintedSums): string[] => [
  ...new Set(places.flatMap((place) => words[place[ROUND] ?? -1] ?? [])),
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
    const before = unpackSums(printed)
    let isSame = true
    for (const { value, parts } of before.sums) {
      if (totalOf(parts) === value) known.set(parts.join('\u0001'), parts)
      else isSame = false
    }
    for (const parts of before.kept) {
      if (totalOf(parts) === undefined) isSame = false
      else kept.push(parts)
    }
    for (const parts of before.told) if (totalOf(parts) !== undefined) told.push(parts)
    if (!isSame) changed.push(number)
  }
  return { known: [...known.values()], kept, told, changed }
}
