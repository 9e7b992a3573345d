/** Whole percentages that sum to 100. For one share alone use round-half-up.ts. */

/**
 * Percentages of `counts` as whole numbers that sum to 100, by the largest remainder method (Hamilton's).
 * Equal remainders go to the earlier count, so grades must come best first. All nought when nothing was counted.
 *
 * Remainders are compared as whole numbers, so that no floating-point dust decides a tie.
 */
export const largestRemainder = (counts: readonly number[]): number[] => {
  const n = counts.reduce((sum, count) => sum + count, 0)
  if (n === 0) return counts.map(() => 0)
  const shares = counts.map((count, place) => ({
    place,
    whole: Math.floor((100 * count) / n),
    remainder: (100 * count) % n,
  }))
  const missing = 100 - shares.reduce((sum, share) => sum + share.whole, 0)
  const lifted = new Set(
    shares
      .toSorted((a, b) => b.remainder - a.remainder || a.place - b.place)
      .slice(0, missing)
      .map((share) => share.place)
  )
  return shares.map((share) => share.whole + (lifted.has(share.place) ? 1 : 0))
}
