/** One theme or item on two sides of a comparison, and what may be said of the difference. */
import { type ShareFigures, share } from './distribution.ts'
import { type Change, newcombe } from './newcombe.ts'
import { fourPlaces } from './round-half-up.ts'
import { isShareShown } from './small-numbers.ts'

/** One round's judgements of one theme or item, with the line of meaning that it stands on. */
export type RoundShare = {
  readonly roundId: string
  /** Never 0. */
  readonly n: number
  readonly k: number
  readonly line: string
}

export type Side = {
  /** Rounds with audits. */
  readonly rounds: number
  readonly n: number
  /** Undefined where there are no audits: n 0 is no share. */
  readonly figures: ShareFigures | undefined
}

/** Why nothing is said of a pair. */
export type Silence = 'none' | 'few' | 'meaning'

export type Pair = {
  readonly earlier: Side
  readonly later: Side
  /** Undefined where nothing may be said. */
  readonly change: Change | undefined
  readonly silence: Silence | undefined
}

const sideOf = (rounds: readonly RoundShare[]): Side => {
  const n = rounds.reduce((sum, round) => sum + round.n, 0)
  const k = rounds.reduce((sum, round) => sum + round.k, 0)
  return { rounds: rounds.length, n, figures: n === 0 ? undefined : share(k, n) }
}

/**
 * Sides are compared where each has enough for a share and all of their rounds mean the same: rounds of different lines
 * are never added up to one verdict.
 */
export const comparePair = (
  earlierRounds: readonly RoundShare[],
  laterRounds: readonly RoundShare[]
): Pair => {
  const earlier = sideOf(earlierRounds)
  const later = sideOf(laterRounds)
  const both = { earlier, later, change: undefined }
  if (!earlier.figures || !later.figures) return { ...both, silence: 'none' }
  const lines = new Set([...earlierRounds, ...laterRounds].map(({ line }) => line))
  if (lines.size > 1) return { ...both, silence: 'meaning' }
  if (!isShareShown(earlier.n) || !isShareShown(later.n)) return { ...both, silence: 'few' }
  const { difference, low, high, verdict } = newcombe(
    { k: earlier.figures.count, n: earlier.n },
    { k: later.figures.count, n: later.n }
  )
  return {
    earlier,
    later,
    change: {
      difference: fourPlaces(difference),
      low: fourPlaces(low),
      high: fourPlaces(high),
      verdict,
    },
    silence: undefined,
  }
}

export type PairCount = {
  /** Pairs of which something is said. */
  readonly compared: number
  readonly improved: number
  readonly declined: number
  /** How many of so many 95% intervals leave nought out by chance alone, to the nearest whole one. */
  readonly byChance: number
}

export const countPairs = (pairs: readonly Pair[]): PairCount => {
  const changes = pairs.flatMap(({ change }) => change ?? [])
  const said = (verdict: Change['verdict']) =>
    changes.filter((change) => change.verdict === verdict).length
  return {
    compared: changes.length,
    improved: said('improved'),
    declined: said('declined'),
    byChance: Math.round(changes.length / 20),
  }
}
