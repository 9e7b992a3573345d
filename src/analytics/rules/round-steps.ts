/** Each round against the one before it, in words that the interval allows. */
import { newcombe, type Verdict } from './newcombe.ts'
import type { RoundFigures } from './round-figures.ts'
import { isShareShown } from './small-numbers.ts'

/** The later of two consecutive rounds, and what may be said. */
export type RoundStep = { readonly roundId: string; readonly verdict: Verdict }

/** @param figures of rounds of one kind under one item, by date; rounds too small for a share are left out */
export const roundSteps = (figures: readonly RoundFigures[]): RoundStep[] => {
  const shown = figures.filter((one) => one.share && isShareShown(one.n))
  return shown.flatMap((later, place) => {
    const earlier = shown[place - 1]
    if (!earlier?.share || !later.share) return []
    const { verdict } = newcombe(
      { k: earlier.share.count, n: earlier.n },
      { k: later.share.count, n: later.n }
    )
    return { roundId: later.round.id, verdict }
  })
}
