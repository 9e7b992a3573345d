/** The comparison that a page offers first: the last twelve months against the twelve before (contracts.md §10). */
import { type ShareFigures, share } from './distribution.ts'
import { newcombe, type Verdict } from './newcombe.ts'
import { twelveMonthsOf } from './period.ts'
import type { RoundFigures } from './round-figures.ts'
import { isShareShown } from './small-numbers.ts'

/** Twelve months added up: how many were good or better (or yes) of how many. */
export type TwelveMonths = { readonly n: number; readonly figures: ShareFigures }

export type Comparison = {
  /** Undefined when nothing was graded in those months. */
  readonly last: TwelveMonths | undefined
  readonly before: TwelveMonths | undefined
  /** Undefined when either has too few for a share. */
  readonly verdict: Verdict | undefined
  /** True when every round of the last twelve months was a random sample or a census: then it speaks of all cases. */
  readonly isOfAllCases: boolean
  /** True when rounds of the two years stand on several lines: then only those on the latest one are counted, and nothing compared. */
  readonly isCut: boolean
}

const SPEAKS_OF_ALL = ['random', 'census']

/**
 * @param figures of rounds of one kind under one item, by date, with a share each
 * @param lineOf the line that a round stands on; rounds of different lines do not mean the same
 */
export const compareTwelveMonths = (
  figures: readonly RoundFigures[],
  today: string,
  lineOf: (roundId: string) => string = () => ''
): Comparison => {
  const years = figures.filter((one) => twelveMonthsOf(one.round.date, today) !== undefined)
  const latest = years.at(-1)
  const onLine = years.filter((one) => latest && lineOf(one.round.id) === lineOf(latest.round.id))
  const isCut = onLine.length < years.length
  const within = (which: 'last' | 'before') =>
    onLine.filter((one) => twelveMonthsOf(one.round.date, today) === which)
  const added = (rounds: readonly RoundFigures[]): TwelveMonths | undefined => {
    const n = rounds.reduce((total, one) => total + one.n, 0)
    const k = rounds.reduce((total, one) => total + (one.share?.count ?? 0), 0)
    return n === 0 ? undefined : { n, figures: share(k, n) }
  }
  const last = added(within('last'))
  // What was audited before the break is not of the twelve months before: part of a year is not a year.
  const before = isCut && last ? undefined : added(within('before'))
  const isComparable = last && before && isShareShown(last.n) && isShareShown(before.n)
  return {
    last,
    before,
    verdict: isComparable
      ? newcombe({ k: before.figures.count, n: before.n }, { k: last.figures.count, n: last.n })
          .verdict
      : undefined,
    isOfAllCases: within('last').every((one) => SPEAKS_OF_ALL.includes(one.round.selection)),
    isCut,
  }
}
