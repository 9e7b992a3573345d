/** Rounding of single figures for print: a percentage, and a fraction to four places. */

/**
 * 100·k/n as a whole percentage, halves upwards: 1 of 8 is 13, not 12.
 * Counted in whole numbers, because 100 * k / n can fall just short of a half.
 */
export const percentHalfUp = (k: number, n: number): number => Math.floor((200 * k + n) / (2 * n))

/** A fraction to at most four places, the same distance from nought whatever its sign, and never -0. */
export const fourPlaces = (fraction: number): number =>
  (Math.sign(fraction) * Math.round(Math.abs(fraction) * 10_000)) / 10_000 || 0
