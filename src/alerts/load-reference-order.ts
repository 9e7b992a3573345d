/**
 * The order of alerts by their references. No index serves it together with any filter: what is asked for may all stand at its end. The
 * reference of a raised alert never changes, so a server remembers what it has read, and reads only what is new to it.
 */
import type { Db } from '../db/schema.ts'
import { listReferences } from './register-list-store.ts'
import { ascending, descending, type NumberSet, setOf, without } from './rules/number-set.ts'
import { isBefore, type Place } from './rules/register-order.ts'

interface Order {
  readonly set: NumberSet
  readonly places: readonly Place[]
}

const nothingYet: Order = { set: new Map(), places: [] }

const orders = new WeakMap<Db, Order>()

/** @returns the places of at least these alerts, in order; some 100 bytes an alert are kept */
export const loadReferenceOrder = async (db: Db, set: NumberSet): Promise<readonly Place[]> => {
  const missing = without(set, (orders.get(db) ?? nothingYet).set)
  const first = ascending(missing).next().value
  const last = descending(missing).next().value
  if (first !== undefined && last !== undefined) {
    const read = await listReferences(db, first, last)
    // Another request may have read them meanwhile.
    const places = new Map(
      [...(orders.get(db) ?? nothingYet).places, ...read].map((place) => [place.number, place])
    )
    orders.set(db, {
      set: setOf(places.keys()),
      places: [...places.values()].toSorted((one, two) => (isBefore(one, two) ? -1 : 1)),
    })
  }
  return (orders.get(db) ?? nothingYet).places
}
