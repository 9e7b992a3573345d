/** Shares and their intervals as people read them. */

type Share = { readonly percent: number; readonly low: number; readonly high: number }

const whole = (fraction: number): string => `${Math.round(fraction * 100)}%`

/** `57% to 85%`. */
export const intervalWords = ({ low, high }: Share): string => `${whole(low)} to ${whole(high)}`

/** Few audits give no share: counts only. */
export const TOO_FEW = 'too few'
