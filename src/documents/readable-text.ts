/** Text as a file of XML can hold it: what XML 1.0 knows no way to write is replaced, so that every reader opens it. */

/** XML 1.0 §2.2 lets in tab, line feed and carriage return of the control characters, and no half of a pair. */
const unwritable = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

/** Control characters that were pasted in become U+FFFD, which shows that something stood there. */
export const readableText = (text: string): string => text.replace(unwritable, '\uFFFD')

/** The lines of a text, whichever line ends it was typed with. */
export const linesOf = (text: string): readonly string[] => readableText(text).split(/\r\n?|\n/)
