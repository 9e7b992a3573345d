/**
 * Sets of the numbers of alerts, as bits: a filter is a set, two filters are an intersection, and the numbers in order are
 * the alerts in the order in which they were raised. A hundred thousand alerts are twelve kilobytes a set.
 */

/** Numbers of one block. */
export const BLOCK = 16_384
export const WORDS_A_BLOCK = BLOCK / 32

/** By block, its bits; never a block without one. */
export type NumberSet = ReadonlyMap<number, Uint32Array>

export const nothing: NumberSet = new Map()

export const blockOf = (number: number): number => Math.floor(number / BLOCK)

export const setOf = (numbers: Iterable<number>): NumberSet => {
  const blocks = new Map<number, Uint32Array>()
  for (const number of numbers) {
    const block = blockOf(number)
    let words = blocks.get(block)
    if (!words) {
      words = new Uint32Array(WORDS_A_BLOCK)
      blocks.set(block, words)
    }
    const place = number % BLOCK
    words[place >>> 5] = (words[place >>> 5] ?? 0) | (1 << (place & 31))
  }
  return blocks
}

export const has = (set: NumberSet, number: number): boolean => {
  const place = number % BLOCK
  return (((set.get(blockOf(number))?.[place >>> 5] ?? 0) >>> (place & 31)) & 1) === 1
}

const isEmpty = (words: Uint32Array): boolean => words.every((word) => word === 0)

export const union = (sets: readonly NumberSet[]): NumberSet => {
  const [first, second] = sets
  if (!first) return nothing
  if (!second) return first
  const blocks = new Map<number, Uint32Array>()
  for (const set of sets) {
    for (const [block, words] of set) {
      const known = blocks.get(block)
      if (!known) blocks.set(block, words.slice())
      else
        for (let at = 0; at < WORDS_A_BLOCK; at++) known[at] = (known[at] ?? 0) | (words[at] ?? 0)
    }
  }
  return blocks
}

/** Of no sets: undefined, since it would be everything. */
export const intersection = (sets: readonly NumberSet[]): NumberSet | undefined => {
  const [first, ...others] = sets
  if (!first || others.length === 0) return first
  const blocks = new Map<number, Uint32Array>()
  for (const [block, words] of first) {
    const kept = words.slice()
    for (const other of others) {
      const theirs = other.get(block)
      if (!theirs) kept.fill(0)
      else for (let at = 0; at < WORDS_A_BLOCK; at++) kept[at] = (kept[at] ?? 0) & (theirs[at] ?? 0)
    }
    if (!isEmpty(kept)) blocks.set(block, kept)
  }
  return blocks
}

/** Without the members of another set. */
export const without = (set: NumberSet, other: NumberSet): NumberSet => {
  const blocks = new Map<number, Uint32Array>()
  for (const [block, words] of set) {
    const theirs = other.get(block)
    const kept = words.slice()
    if (theirs) {
      for (let at = 0; at < WORDS_A_BLOCK; at++) kept[at] = (kept[at] ?? 0) & ~(theirs[at] ?? 0)
    }
    if (!isEmpty(kept)) blocks.set(block, kept)
  }
  return blocks
}

const bitsOf = (word: number): number => {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

export const sizeOf = (set: NumberSet): number => {
  let size = 0
  for (const words of set.values()) for (const word of words) size += word === 0 ? 0 : bitsOf(word)
  return size
}

/** The members above `after`, the smallest first. */
export const ascending = function* (set: NumberSet, after = -1): Generator<number, void> {
  for (const block of [...set.keys()].toSorted((one, two) => one - two)) {
    const start = block * BLOCK
    if (start + BLOCK <= after) continue
    const words = set.get(block) ?? []
    for (let at = 0; at < words.length; at++) {
      let word = words[at] ?? 0
      while (word !== 0) {
        const bit = 31 - Math.clz32(word & -word)
        const number = start + at * 32 + bit
        if (number > after) yield number
        word &= word - 1
      }
    }
  }
}

/** The members below `before`, the greatest first. */
export const descending = function* (
  set: NumberSet,
  before = Number.MAX_SAFE_INTEGER
): Generator<number, void> {
  for (const block of [...set.keys()].toSorted((one, two) => two - one)) {
    const start = block * BLOCK
    if (start >= before) continue
    const words = set.get(block) ?? []
    for (let at = words.length - 1; at >= 0; at--) {
      let word = words[at] ?? 0
      while (word !== 0) {
        const bit = 31 - Math.clz32(word)
        const number = start + at * 32 + bit
        if (number < before) yield number
        word &= ~(1 << bit)
      }
    }
  }
}
