/**
 * The order of alerts by their references. No index serves it together with any filter: what is asked for may all stand at its end. The
 * reference of a raised alert never changes, so a server remembers what it has read, and reads only what is new to it.
 */
import type { Db } from '../db/schema.ts'
import { listReferences } from './register-list-store.ts'
import {
  ascending,
  descending,
  type NumberSet,
  setOf,
  sizeOf,
  without,
} from './rules/number-set.ts'
import { isBefore, type Place } from './rules/register-order.ts'

interface Order {
  readonly set: NumberSet
  readonly places: readonly Place[]
  /** By number, where among the places it stands. */
  readonly ranks: ReadonlyMap<number, number>
}

const nothingYet: Order = { set: new Map(), places: [], ranks: new Map() }

const orders = new WeakMap<Db, Order>()

/** So few are put in order for themselves: among all they might stand at the end of a walk of every alert. */
const FEW = 5_000

/** @returns the places of these alerts and, where they are many, of others, in order; some 150 bytes an alert are kept */
export const loadReferenceOrder = async (db: Db, set: NumberSet): Promise<readonly Place[]> => {
  const missing = without(set, (orders.get(db) ?? nothingYet).set)
  const first = ascending(missing).next().value
  const last = descending(missing).next().value
  if (first !== undefined && last !== undefined) {
    const read = await listReferences(db, first, last)
    // Another request may have read some meanwhile.
    const known = (orders.get(db) ?? nothingYet).places
    const byNumber = new Map([...known, ...read].map((place) => [place.number, place]))
    const places = [...byNumber.values()].toSorted((one, two) => (isBefore(one, two) ? -1 : 1))
    const ranks = new Map(places.map(({ number }, rank) => [number, rank]))
    orders.set(db, { set: setOf(byNumber.keys()), places, ranks })
  }
  const { places, ranks } = orders.get(db) ?? nothingYet
  if (sizeOf(set) > FEW) return places
  const taken = Uint32Array.from(
    ascending(set),
    (number) => ranks.get(number) ?? places.length
  ).sort()
  return Array.from(taken, (rank) => places[rank]).filter((place) => place !== undefined)
}
