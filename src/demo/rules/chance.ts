/**
 * Chance that can be repeated: the same seed gives the same council. Only the demonstration uses it; ids, tokens and
 * draws of the product come from the machine's own source.
 */

export interface Chance {
  /** From 0, below 1. */
  readonly next: () => number
  /** A whole number, both ends included. */
  readonly between: (low: number, high: number) => number
  readonly isTrue: (probability: number) => boolean
  readonly pick: <T>(from: readonly T[]) => T
  /** Picks by weight; weights need not sum to one. */
  readonly pickBy: <T>(from: readonly (readonly [T, number])[]) => T
  readonly shuffle: <T>(list: readonly T[]) => T[]
  /** About normal, mean 0 and standard deviation 1: the sum of twelve uniform numbers less six. */
  readonly normal: () => number
}

/** mulberry32 (Tommy Ettinger, public domain): 32 bits of state, plenty for a demonstration. */
const mulberry32 = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A number for a word, so that each part of the council has a stream of its own (FNV-1a). */
const seedOf = (words: string): number => {
  let hash = 0x811c9dc5
  for (const unit of words) hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193)
  return hash >>> 0
}

/** @param words what this stream is for; another word is another stream */
export const newChance = (words: string): Chance => {
  const next = mulberry32(seedOf(words))
  const at = <T>(from: readonly T[], index: number): T => {
    if (index >= from.length) throw new Error(`nothing to pick from for ${words}`)
    return from[index] as T
  }
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  return {
    next,
    between,
    isTrue: (probability) => next() < probability,
    pick: (from) => at(from, Math.floor(next() * from.length)),
    pickBy: (from) => {
      let left = next() * from.reduce((sum, [, weight]) => sum + weight, 0)
      const found = from.find(([, weight]) => {
        left -= weight
        return left < 0
      })
      return at(found ? [found] : from.slice(-1), 0)[0]
    },
    shuffle: (list) => {
      const mixed = [...list]
      for (let last = mixed.length - 1; last > 0; last -= 1) {
        const other = between(0, last)
        const held = at(mixed, last)
        mixed[last] = at(mixed, other)
        mixed[other] = held
      }
      return mixed
    },
    normal: () => {
      let sum = -6
      for (let i = 0; i < 12; i += 1) sum += next()
      return sum
    },
  }
}
