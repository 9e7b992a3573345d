/** What may be said of a pair, in the plain words of the page and of its file. */
import type { Pair, Side } from '../../src/analytics/rules/compare-pair.ts'
import { formatCount, plural } from '../format.ts'
import { intervalWords } from './share-words.ts'

const points = (fraction: number): number => Math.round(fraction * 100)

/** `−4`, `+12`: a true minus sign. */
export const signed = (fraction: number): string => {
  const whole = points(fraction)
  return whole < 0 ? `−${-whole}` : whole > 0 ? `+${whole}` : '0'
}

const VERDICTS = {
  improved: 'Improved',
  declined: 'Declined',
  'no clear change': 'No clear change',
} as const

const RISES = {
  improved: 'Risen',
  declined: 'Fallen',
  'no clear change': 'No clear change',
} as const

/** A measure of yes and no has no better end: it has risen or fallen. */
export const verdictWords = ({ change, silence }: Pair, kind: 'grade' | 'yes_no'): string => {
  if (change) return (kind === 'grade' ? VERDICTS : RISES)[change.verdict]
  return silence === 'meaning' ? 'Not comparable' : silence === 'few' ? 'Too few' : 'No audits'
}

const SILENCE = {
  none: 'One side has no audits: there is nothing to compare.',
  few: 'Fewer than five audits on a side: counts only.',
  meaning:
    'Its rounds do not all mean the same: the question or its scale changed, so nothing is compared.',
} as const

/** Why the word is what it is. */
export const pairSentence = ({ change, silence }: Pair): string => {
  if (change === undefined) return SILENCE[silence ?? 'none']
  const direction = change.difference < 0 ? 'Down' : 'Up'
  const size = Math.abs(points(change.difference))
  const moved = size === 0 ? 'The same share' : `${direction} ${plural(size, 'point')}`
  return change.verdict === 'no clear change'
    ? `${moved}. This may be chance.`
    : `${moved}: more than chance explains.`
}

/** `14 of 30`; nothing is not nought of nought. */
export const countWords = ({ n, figures }: Side): string =>
  figures === undefined ? 'No audits' : `${formatCount(figures.count)} of ${formatCount(n)}`

export const shareWords = ({ n, figures }: Side, fewest: number, small: number): string => {
  if (figures === undefined) return ''
  if (n < fewest) return 'too few for a share'
  return `${figures.percent}% (${intervalWords(figures)})${n < small ? ', very small sample' : ''}`
}

export const differenceWords = ({ change }: Pair): string =>
  change === undefined
    ? '–'
    : `${signed(change.difference)} (${signed(change.low)} to ${signed(change.high)})`
