/**
 * The sentence that is proposed under a distribution: n, good or better, its interval, what it was before, and whether
 * that may be chance. A suppressed figure is said to be one; nothing of it is put into words.
 */
import { newcombe } from '../../analytics/rules/newcombe.ts'
import { FEWEST_FOR_SHARE, SMALL_SAMPLE } from '../../analytics/rules/small-numbers.ts'
import type { Figure } from './report.ts'
import { type ShareRange, shareRangeWords } from './share-range.ts'

export type SharePrinted = {
  readonly n: Figure
  /** Null where nothing on the scale counts as good. */
  readonly good: {
    readonly count: Figure
    readonly percent: Figure
    readonly low: Figure
    readonly high: Figure
  } | null
}

export type SentenceInput = {
  /** `child in need plan`, singular and plural, where a theme is a thing that can be counted. */
  readonly noun: { readonly one: string; readonly many: string } | undefined
  /** The theme in a sentence: `supervision and management oversight`. */
  readonly theme: string
  /** `good or better`. */
  readonly good: string
  readonly now: SharePrinted
  readonly before: SharePrinted | undefined
  /** Said after what it was before, where that was not the period just before: ` in April to June 2025`. */
  readonly when: string
  /** Where the share is not shown: between what it lies, as the counts that are shown say. */
  readonly between?: ShareRange | undefined
}

const whole = (fraction: number): string => `${Math.round(fraction * 100)}%`

const counted = (n: number): string => String(n).replace(/\B(?=(\d{3})+(?!\d))/g, ',')

const subject = ({ noun, theme }: SentenceInput, n: Figure): string => {
  const isOne = n === 1
  if (noun) {
    return n === 'c'
      ? `${capital(noun.many)} were audited`
      : `${counted(n)} ${isOne ? `${noun.one} was` : `${noun.many} were`} audited`
  }
  return n === 'c'
    ? `Cases were audited for ${theme}`
    : `${counted(n)} ${isOne ? 'case was' : 'cases were'} audited for ${theme}`
}

const capital = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`

/** `: 7 good or better (50%, 95% interval 27% to 73%)`. */
const shareWords = ({ now, good, between }: SentenceInput): string => {
  const share = now.good
  if (!share) return ''
  const range = between && shareRangeWords(between, FEWEST_FOR_SHARE)
  if (between && range !== undefined) {
    const count =
      share.count === 'c'
        ? `between ${counted(between.good.low)} and ${counted(between.good.high)}`
        : counted(share.count)
    return `: ${count} ${good} (${range}; more would give a small number away)`
  }
  if (share.count === 'c') return `. How many were ${good} is not shown`
  const { count, percent, low, high } = share
  const isShown =
    now.n !== 'c' && now.n >= FEWEST_FOR_SHARE && percent !== 'c' && low !== 'c' && high !== 'c'
  return `: ${counted(count)} ${good}${isShown ? ` (${percent}%, 95% interval ${whole(low)} to ${whole(high)})` : ''}`
}

type Known = { readonly k: number; readonly n: number }

const known = (printed: SharePrinted | undefined): Known | undefined =>
  printed?.good && printed.n !== 'c' && printed.good.count !== 'c'
    ? { k: printed.good.count, n: printed.n }
    : undefined

const isComparable = (share: Known) => share.n >= FEWEST_FOR_SHARE

const change = (input: SentenceInput): { words: string; verdict: string } => {
  const now = known(input.now)
  const before = known(input.before)
  if (!now || !before) return { words: '', verdict: '' }
  const was = `${counted(before.k)} of ${counted(before.n)}${input.when}`
  if (!isComparable(now) || !isComparable(before)) {
    return { words: `; it was ${was}`, verdict: ' These are too few to compare.' }
  }
  const difference = now.k * before.n - before.k * now.n
  const { verdict } = newcombe(before, now)
  const words =
    difference > 0 ? `, up from ${was}` : difference < 0 ? `, down from ${was}` : `, as in ${was}`
  if (difference === 0) return { words, verdict: '' }
  return {
    words,
    verdict:
      verdict === 'no clear change'
        ? ' This may be chance.'
        : ` This is ${verdict === 'improved' ? 'an improvement' : 'a decline'} beyond what chance would explain.`,
  }
}

const sampleWords = ({ now }: SentenceInput): string =>
  now.n === 'c' || now.n >= SMALL_SAMPLE || !now.good
    ? ''
    : now.n < FEWEST_FOR_SHARE
      ? ' Too few were audited for a percentage.'
      : ' This is a very small sample.'

/** “14 child in need plans were audited: 7 good or better (50%, 95% interval 27% to 73%), up from 10 of 37. This may be chance.” */
export const keySentence = (input: SentenceInput): string => {
  const { noun, theme, good, now } = input
  if (now.n === 'c' && now.good?.count === 'c' && !input.between) {
    const what = noun ? `${noun.many} were audited` : `cases were audited for ${theme}`
    return `How many ${what}, and how many were ${good}, is not shown: it would give a small number away.`
  }
  const { words, verdict } = change(input)
  return `${subject(input, input.now.n)}${shareWords(input)}${words}.${verdict}${sampleWords(input)}`
}
