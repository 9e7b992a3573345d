/** The order of the register over sets, from any place in either direction, and the places by which pages go on. */
import {
  ascending,
  descending,
  has,
  intersection,
  type NumberSet,
  nothing,
  union,
  without,
} from './number-set.ts'

/** Where a page begins or ends: an alert, and by what it is ordered. */
export interface Place {
  readonly number: number
  /** A date for "due next", a reference for that order; empty otherwise. */
  readonly key: string
}

export type Direction = 'after' | 'before'

/** Undefined for what is no place. */
export const placeOf = (text: string): Place | undefined => {
  const found = /^(\d{1,9})(?:~([\s\S]{0,200}))?$/.exec(text)
  return found ? { number: Number(found[1]), key: found[2] ?? '' } : undefined
}

const places = function* (numbers: Iterable<number>, key: string): Generator<Place, void> {
  for (const number of numbers) yield { number, key }
}

/** In the order in which they were raised, or the other way round. */
export const byNumber = (set: NumberSet, isNewestFirst: boolean) =>
  function* (from: Place | undefined, direction: Direction): Generator<Place, void> {
    const isFalling = isNewestFirst === (direction === 'after')
    yield* places(isFalling ? descending(set, from?.number) : ascending(set, from?.number), '')
  }

export const isBefore = (one: Place, two: Place): boolean =>
  one.key < two.key || (one.key === two.key && one.number < two.number)

/** How many of these, which are in order, come before a place. */
const countBefore = (all: readonly Place[], place: Place): number => {
  let [low, high] = [0, all.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    const at = all[middle]
    if (at && isBefore(at, place)) low = middle + 1
    else high = middle
  }
  return low
}

/** @param all the places of these alerts and perhaps of others, in order */
export const byPlace = (set: NumberSet, all: readonly Place[]) =>
  function* (from: Place | undefined, direction: Direction): Generator<Place, void> {
    const isRising = direction === 'after'
    const start = from ? countBefore(all, from) : isRising ? 0 : all.length
    const isFrom = from !== undefined && all[start]?.number === from.number
    let at = isRising ? start + (isFrom ? 1 : 0) : start - 1
    for (let place = all[at]; place; at += isRising ? 1 : -1, place = all[at]) {
      if (has(set, place.number)) yield place
    }
  }

/**
 * By the day on which an answer is expected, on one day the oldest first; then what has no day or is closed, the newest
 * first.
 *
 * @param days each day with the alerts that are expected then, in order
 */
export const byDueDay = (set: NumberSet, days: readonly (readonly [string, NumberSet])[]) => {
  const rest = without(set, union(days.map(([, each]) => each)))
  const on = (each: NumberSet): NumberSet => intersection([set, each]) ?? nothing
  return function* (from: Place | undefined, direction: Direction): Generator<Place, void> {
    const isInRest = from !== undefined && from.key === ''
    if (direction === 'after') {
      if (!isInRest) {
        for (const [day, each] of days) {
          if (from && day < from.key) continue
          yield* places(ascending(on(each), day === from?.key ? from.number : -1), day)
        }
      }
      yield* places(descending(rest, isInRest ? from.number : undefined), '')
      return
    }
    if (!from || isInRest) yield* places(ascending(rest, from?.number), '')
    for (const [day, each] of days.toReversed()) {
      if (from && !isInRest && day > from.key) continue
      yield* places(descending(on(each), day === from?.key ? from.number : undefined), day)
    }
  }
}

export const takeFrom = <T>(items: Iterator<T>, most: number): T[] => {
  const taken: T[] = []
  while (taken.length < most) {
    const next = items.next()
    if (next.done) break
    taken.push(next.value)
  }
  return taken
}
