/**
 * Whether the line of a chart and a pair of years say the same. They ask different things, so that they may differ
 * honestly; a page then says both and why (contracts.md §10).
 */
import type { Verdict } from './newcombe.ts'
import type { ToldSignal } from './signal-words.ts'

export type LineAndPair =
  /** Both see a change the same way, or neither sees any. */
  | 'same'
  /** A signal on the line, no clear change between the years. */
  | 'line_only'
  /** A clear change between the years, no signal on the line. */
  | 'pair_only'
  /** A signal one way and a change the other. */
  | 'opposite'

/** The signal that reaches furthest towards today; of several that end together the first named. */
export const latestSignal = (signals: readonly ToldSignal[]): ToldSignal | undefined =>
  signals.reduce<ToldSignal | undefined>(
    (latest, signal) => (latest === undefined || signal.to > latest.to ? signal : latest),
    undefined
  )

/**
 * @param side of the latest signal with a round in the last twelve months; undefined where there is none
 * @param verdict of the last twelve months against the twelve before; undefined where they are not compared
 */
export const lineAndPair = (
  side: 'up' | 'down' | undefined,
  verdict: Verdict | undefined
): LineAndPair | undefined => {
  if (verdict === undefined) return undefined
  if (verdict === 'no clear change') return side === undefined ? 'same' : 'line_only'
  if (side === undefined) return 'pair_only'
  return (verdict === 'improved') === (side === 'up') ? 'same' : 'opposite'
}
