/** The answers to "Is the child safe today?" as a safety notice speaks of them. */

/** Undefined: nothing is chosen any more. */
export type SafeNow = 'yes' | 'no' | 'cannot_tell' | undefined

const words = { yes: 'Yes', no: 'No', cannot_tell: 'Cannot tell' } as const

export const safeNowWords = (answer: SafeNow): string =>
  answer === undefined ? 'No answer' : words[answer]

/** @param value as an answer is stored */
export const safeNowOf = (value: string | null | undefined): SafeNow =>
  value === 'yes' || value === 'no' || value === 'cannot_tell' ? value : undefined
