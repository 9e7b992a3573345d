/** Puts what was found of cases together: one entry a case, with its audits and its actions each once. */

export interface FoundCaseRow {
  readonly caseKey: string | null
  readonly caseReference: string | null
  readonly id: string
  readonly isReadable: number
  readonly actionId: string | null
}

export interface FoundCase<R> {
  readonly key: string
  /** As it is printed on the newest audit. */
  readonly reference: string
  /** Those that may be read, newest first. */
  readonly audits: readonly R[]
  readonly actions: readonly R[]
}

const onceBy = <R>(rows: readonly R[], idOf: (row: R) => string | null): R[] => {
  const seen = new Set<string | null>([null])
  return rows.filter((row) => {
    const id = idOf(row)
    return !seen.has(id) && Boolean(seen.add(id))
  })
}

/** @param rows one an audit and action, in the order in which they are to be shown */
export const groupFound = <R extends FoundCaseRow>(rows: readonly R[]): FoundCase<R>[] => {
  const byKey = Map.groupBy(rows, ({ caseKey }) => caseKey ?? '')
  return [...byKey].map(([key, some]) => ({
    key,
    reference: some[0]?.caseReference ?? '',
    audits: onceBy(
      some.filter(({ isReadable }) => isReadable === 1),
      ({ id }) => id
    ),
    actions: onceBy(some, ({ actionId }) => actionId),
  }))
}

/** A page of a list of which one more than is shown was read. */
export interface Part<T> {
  readonly shown: readonly T[]
  /** Where the next page starts; undefined on the last. */
  readonly next: string | undefined
}

export const partOf = <T>(
  found: readonly T[],
  size: number,
  keyOf: (one: T) => string
): Part<T> => {
  const shown = found.slice(0, size)
  const last = shown.at(-1)
  return {
    shown,
    next: found.length > size && last !== undefined ? keyOf(last) : undefined,
  }
}

/** The part of a whole list that comes after the entry with this key; from the start where no entry has it. */
export const afterKey = <T>(all: readonly T[], after: string, keyOf: (one: T) => string): T[] =>
  all.slice(all.findIndex((one) => keyOf(one) === after) + 1)
