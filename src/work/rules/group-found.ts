/** Puts what was found of cases together: one entry a case, with its audits and its actions each once. */

export interface FoundCaseRow {
  readonly caseKey: string | null
  readonly caseReference: string | null
  /** Null where imported history alone knows the reference. */
  readonly caseId: string | null
  readonly id: string
  readonly isReadable: number
  readonly actionId: string | null
}

/** A case whose page the reader may open. */
export interface CasePageFound {
  readonly key: string
  readonly id: string
  readonly reference: string
}

export interface FoundCase<R> {
  readonly key: string
  /** The id of its page; undefined where the reader may open something of the case and not the page. */
  readonly pageId: string | undefined
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

/**
 * One entry a case, by key.
 *
 * @param rows one an audit and action, in the order in which they are to be shown
 * @param pages the cases whose page may be opened, audited or not
 * @param opensHistory a reference that only imported history has is opened by its newest audit that may be read
 */
export const groupFound = <R extends FoundCaseRow>(
  rows: readonly R[],
  pages: readonly CasePageFound[] = [],
  opensHistory = false
): FoundCase<R>[] => {
  const byKey = Map.groupBy(rows, ({ caseKey }) => caseKey ?? '')
  const pageOf = new Map(pages.map((page) => [page.key, page]))
  const keys = [...new Set([...byKey.keys(), ...pageOf.keys()])].toSorted()
  return keys.map((key) => {
    const some = byKey.get(key) ?? []
    const page = pageOf.get(key)
    const audits = onceBy(
      some.filter(({ isReadable }) => isReadable === 1),
      ({ id }) => id
    )
    const [newest] = audits
    return {
      key,
      pageId: page?.id ?? (opensHistory && newest?.caseId === null ? newest.id : undefined),
      reference: page?.reference ?? some[0]?.caseReference ?? '',
      audits,
      actions: onceBy(some, ({ actionId }) => actionId),
    }
  })
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
