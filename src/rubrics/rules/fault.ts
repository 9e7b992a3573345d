/** One thing wrong in an authored file, and how it is written on one line. */

/** `line` counts from 1. `message` says what is wrong and what would be right. */
export type Fault = { readonly file: string; readonly line: number; readonly message: string }

/** `FILE:LINE: what, and what would be right`. */
export const faultLine = (fault: Fault): string => `${fault.file}:${fault.line}: ${fault.message}`

const longestQuote = 60

/**
 * A value from the file as it may stand in a message: on one line, in quotes, not longer than
 * {@link longestQuote} characters, with nothing in it that a terminal would obey.
 */
export const quoted = (value: unknown): string => {
  const characters = [...String(value).replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '\u{fffd}')]
  const shown =
    characters.length > longestQuote
      ? `${characters.slice(0, longestQuote).join('')}…`
      : characters.join('')
  return `"${shown}"`
}
