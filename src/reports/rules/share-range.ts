/**
 * Between which numbers a share lies whose figures are not all printed: worked out from what is printed and from the
 * rule that a suppressed small number is one of 1 to 5, as any reader can. So it says nothing that the figures do not.
 */
import type { Figure } from './report.ts'

export type Range = { readonly low: number; readonly high: number }

export type ShareRange = {
  readonly n: Range
  readonly good: Range
  /** Fractions of 1. */
  readonly share: Range
}

/** A count of one side: printed, or hidden and known to be from 1 to 5, or of any size. */
export type Side = {
  readonly shown: Figure
  /** Whether a hidden one is itself a number from 1 to 5. */
  readonly isSmall: boolean
}

const SMALL: Range = { low: 1, high: 5 }

const boxOf = ({ shown, isSmall }: Side): Range | undefined =>
  shown !== 'c' ? { low: shown, high: shown } : isSmall ? SMALL : undefined

const within = (given: Range, low: number, high: number): Range => ({
  low: Math.max(given.low, low),
  high: Math.min(given.high, high),
})

/**
 * @param n as it is printed
 * @returns undefined where a side could be of any size, or where everything is printed
 */
export const shareRange = (good: Side, below: Side, n: Figure): ShareRange | undefined => {
  const [first, second] = [boxOf(good), boxOf(below)]
  if (n !== 'c' && good.shown !== 'c') return undefined
  if (n !== 'c') {
    const box = first ?? (second && { low: n - second.high, high: n - second.low })
    if (!box) return undefined
    const own = second ? within(box, n - second.high, n - second.low) : within(box, 0, n)
    return { n: { low: n, high: n }, good: own, share: { low: own.low / n, high: own.high / n } }
  }
  if (!first || !second) return undefined
  return {
    n: { low: first.low + second.low, high: first.high + second.high },
    good: first,
    share: {
      low: first.low / (first.low + second.high),
      high: first.high / (first.high + second.low),
    },
  }
}

/** A wider one says next to nothing. */
const WIDEST = 0.5

export const rangeWords = ({ low, high }: Range): string =>
  low === high ? String(low) : `${low} to ${high}`

/** `69% to 93%`, rounded outwards; undefined where it says next to nothing, or of so few that there is no share. */
export const shareRangeWords = ({ n, share }: ShareRange, fewest: number): string | undefined =>
  n.low < fewest || share.high - share.low > WIDEST
    ? undefined
    : `${Math.floor(share.low * 100)}% to ${Math.ceil(share.high * 100)}%`
