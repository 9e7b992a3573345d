/**
 * How an import shares the database with people who are saving. On SQLite one writer holds the file at a time and the
 * others ask again at most every tenth of a second: pieces are short, and between two there is room for a waiter.
 */
import { setImmediate, setTimeout } from 'node:timers/promises'
import type { Steps } from './rules/steps.ts'

/** Judgements a piece. Smaller imports are one piece, which is also the one that makes them count. */
export const PIECE = 1000

/** A little more than the longest time that a waiter sleeps before it asks for the database again. */
const LEAST_PAUSE_MS = 120

/** Runs pieces one after the other, each after a pause at least as long as the piece before it took. */
export type Pacer = <Result>(piece: () => Promise<Result>) => Promise<Result>

/** A slow machine makes pieces long and waiters slow to wake, so pauses grow with the pieces. */
export const newPacer = (): Pacer => {
  let took = 0
  return async (piece) => {
    await setTimeout(Math.max(LEAST_PAUSE_MS, took))
    const began = performance.now()
    try {
      return await piece()
    } finally {
      took = performance.now() - began
    }
  }
}

/** Things in runs whose sizes add up to at most {@link PIECE}, at least one thing each. */
export const pieces = <Thing>(
  things: readonly Thing[],
  size: (thing: Thing) => number
): Thing[][] => {
  const found: Thing[][] = []
  let filled = PIECE
  for (const thing of things) {
    if (filled + size(thing) > PIECE) {
      found.push([])
      filled = 0
    }
    found.at(-1)?.push(thing)
    filled += size(thing)
  }
  return found
}

/** Longest time that reckoning keeps this process to itself. */
const TURN_MS = 12

/** Runs reckoning with a turn for everybody else every few milliseconds; `onTurn` hears how far it is (0 to 1). */
export const inTurns = async <Result>(
  steps: Steps<Result>,
  onTurn: (share: number) => Promise<void> | void = () => undefined
): Promise<Result> => {
  let began = performance.now()
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
    if (performance.now() - began < TURN_MS) continue
    await onTurn(step.value)
    await setImmediate()
    began = performance.now()
  }
}
