/** When figures of few audits are shown: pages and documents give counts only under 5, and a warning under 10. */

/** Domain rules §7.1: no share under this many. */
export const FEWEST_FOR_SHARE = 5

/** Under this many a share is shown as a very small sample. */
export const SMALL_SAMPLE = 10

export const isShareShown = (n: number): boolean => n >= FEWEST_FOR_SHARE
