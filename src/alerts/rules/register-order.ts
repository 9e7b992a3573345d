/** The order of the register over sets, from any place in either direction, and the places by which pages go on. */
import {
  ascending,
  descending,
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

export const placeText = ({ number, key }: Place): string =>
  key === '' ? String(number) : `${number}~${key}`

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
