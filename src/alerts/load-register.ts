/** The register as one person may read it: how many alerts, and a page of them or all of them, in the order asked for. */
import type { Db } from '../db/schema.ts'
import { loadReferenceOrder } from './load-reference-order.ts'
import { listRegisterRows, type RegisterRow } from './register-list-store.ts'
import { type Ask, startingWith, trait } from './rules/alert-traits.ts'
import { sizeOf } from './rules/number-set.ts'
import type { Sort } from './rules/register-filters.ts'
import {
  byDueDay,
  byNumber,
  byPlace,
  type Direction,
  type Place,
  takeFrom,
} from './rules/register-order.ts'
import { readSets } from './set-store.ts'

/** Places in an order from one of them, in either direction. */
type Walk = (from: Place | undefined, direction: Direction, most: number) => Place[]

export interface Register {
  readonly count: number
  readonly walk: Walk
}

/** @param asks what the reader may see and what they filter by; of none, everything */
export const openRegister = async (
  db: Db,
  asks: readonly (Ask | undefined)[],
  sort: Sort
): Promise<Register> => {
  const wanted = asks.filter((ask) => ask !== undefined)
  const ask: Ask = wanted.length === 0 ? { trait: trait.any } : { all: wanted }
  const due = startingWith('due:')
  const sets = await readSets(db, [ask, ...(sort === 'due' ? [due] : [])])
  const set = sets.evaluate(ask)
  const order =
    sort === 'due'
      ? byDueDay(
          set,
          sets
            .eachOf(due as { from: string; to: string })
            .map(([name, each]) => [name.slice('due:'.length), each] as const)
        )
      : sort === 'reference'
        ? byPlace(set, await loadReferenceOrder(db, set))
        : byNumber(set, sort === 'newest')
  return {
    count: sizeOf(set),
    walk: (from, direction, most) => takeFrom(order(from, direction), most),
  }
}

export interface RegisterPage {
  readonly rows: readonly RegisterRow[]
  /** Before the first and after the last row, where there is more. */
  readonly previous: Place | undefined
  readonly next: Place | undefined
}

/** The rows of these places, in their order. */
export const rowsAt = async (db: Db, places: readonly Place[]): Promise<RegisterRow[]> => {
  const rows = new Map(
    (
      await listRegisterRows(
        db,
        places.map(({ number }) => number)
      )
    ).map((row) => [row.number, row])
  )
  return places.flatMap(({ number }) => rows.get(number) ?? [])
}

/** One page; from the beginning where nothing stands before what was asked for. */
export const loadRegisterPage = async (
  db: Db,
  register: Register,
  at: { readonly from: Place | undefined; readonly direction: Direction; readonly size: number }
): Promise<RegisterPage> => {
  const { from, direction, size } = at
  const isBack = direction === 'before' && from !== undefined
  const found = register.walk(from, direction, size + 1)
  // Somebody's alerts went away meanwhile: a first page with a gap would miss what moved up.
  if (isBack && found.length < size) {
    return loadRegisterPage(db, register, { from: undefined, direction: 'after', size })
  }
  const shown = found.slice(0, size)
  const hasMore = found.length > size
  const places = isBack ? shown.toReversed() : shown
  return {
    rows: await rowsAt(db, places),
    previous: (isBack ? hasMore : from !== undefined) ? places[0] : undefined,
    next: isBack || hasMore ? places.at(-1) : undefined,
  }
}
