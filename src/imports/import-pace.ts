/**
 * How an import shares the database with people who are saving. On SQLite one writer holds the file at a time and the
 * others ask again at most every tenth of a second: pieces are short, and between two there is room for a waiter.
 */
import { setTimeout } from 'node:timers/promises'

/** Judgements a piece. Smaller imports are one piece, which is also the one that makes them count. */
export const PIECE = 1000

const ROOM_FOR_OTHERS_MS = 120

export const letOthersIn = (): Promise<void> => setTimeout(ROOM_FOR_OTHERS_MS)

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
