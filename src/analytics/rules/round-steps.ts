/** Each round against the one before it, in words that the interval allows. */
import { newcombe, type Verdict } from './newcombe.ts'
import type { RoundFigures } from './round-figures.ts'
import { isShareShown } from './small-numbers.ts'

/** The later of two consecutive rounds, and what may be said; nothing where the two do not mean the same. */
export type RoundStep = {
  readonly roundId: string
  readonly verdict: Verdict | 'not comparable'
}

/**
 * @param figures of rounds of one kind under one item, by date; rounds too small for a share are left out
 * @param lineOf the line that a round stands on; rounds of different lines are not compared
 */
export const roundSteps = (
  figures: readonly RoundFigures[],
  lineOf: (roundId: string) => string = () => ''
): RoundStep[] => {
  const shown = figures.filter((one) => one.share && isShareShown(one.n))
  return shown.flatMap((later, place): RoundStep[] => {
    const earlier = shown[place - 1]
    if (!earlier?.share || !later.share) return []
    const roundId = later.round.id
    if (lineOf(earlier.round.id) !== lineOf(roundId))
      return [{ roundId, verdict: 'not comparable' }]
    const { verdict } = newcombe(
      { k: earlier.share.count, n: earlier.n },
      { k: later.share.count, n: later.n }
    )
    return [{ roundId, verdict }]
  })
}
