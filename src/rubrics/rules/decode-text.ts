/**
 * Turns the bytes of an authored file into text, or says by line why they are not text. What the
 * text means is left to others.
 */
import type { Fault } from './fault.ts'

/** The largest authored file that is read, in bytes. */
export const largestFile = 250_000

/** The most lines of an authored file: a rubric of a hundred items has about 2,500. */
export const mostLines = 5000

export type DecodedText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly faults: readonly Fault[] }

/**
 * Accepts a byte order mark and Windows line ends, and gives the text without them. Every line
 * that is not UTF-8, holds a tab, NUL or another control character is a fault.
 */
export const decodeText = (file: string, content: string | Uint8Array): DecodedText => {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  if (bytes.length > largestFile) return { ok: false, faults: [tooLarge(file, bytes.length)] }
  if (linesIn(bytes) > mostLines) {
    const message = `the file goes on after ${mostLines.toLocaleString('en-GB')} lines, which is more than a rubric has; look for something pasted in by mistake`
    return { ok: false, faults: [{ file, line: mostLines + 1, message }] }
  }
  if (isUtf16(bytes)) {
    const message = 'the file is saved as UTF-16; save it again with the encoding UTF-8'
    return { ok: false, faults: [{ file, line: 1, message }] }
  }
  const faults: Fault[] = []
  const lines = typeof content === 'string' ? content.split('\n') : linesOf(bytes, file, faults)
  const text = lines
    .map((line, index) => {
      const withoutMark = index === 0 ? line.replace(/^\u{feff}/u, '') : line
      return withoutMark.replace(/\r$/, '')
    })
    .map((line, index) => {
      const message = badCharacter(line)
      if (message !== undefined) faults.push({ file, line: index + 1, message })
      return line
    })
    .join('\n')
  if (faults.length > 0) return { ok: false, faults: faults.sort((a, b) => a.line - b.line) }
  return { ok: true, text }
}

/** Counted only as far as the bound. */
const linesIn = (bytes: Uint8Array): number => {
  let lines = 1
  for (
    let at = bytes.indexOf(0x0a);
    at >= 0 && lines <= mostLines;
    at = bytes.indexOf(0x0a, at + 1)
  ) {
    lines += 1
  }
  return lines
}

/** @param bytes the size of the file, so that a huge one need not be read */
export const tooLarge = (file: string, bytes: number): Fault => {
  const size = Math.ceil(bytes / 1000).toLocaleString('en-GB')
  const message = `the file has ${size} KB; a rubric has at most 250 KB, so look for something pasted in by mistake`
  return { file, line: 1, message }
}

const isUtf16 = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)

/** Line by line, so that one bad letter does not hide the next; a bad line is read as empty. */
const linesOf = (bytes: Uint8Array, file: string, faults: Fault[]): string[] => {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  const lines: string[] = []
  let start = 0
  while (start <= bytes.length) {
    const found = bytes.indexOf(0x0a, start)
    const end = found === -1 ? bytes.length : found
    lines.push(decodeLine(decoder, bytes.subarray(start, end), file, lines.length + 1, faults))
    start = end + 1
  }
  return lines
}

const decodeLine = (
  decoder: TextDecoder,
  bytes: Uint8Array,
  file: string,
  line: number,
  faults: Fault[]
): string => {
  try {
    return decoder.decode(bytes)
  } catch {
    const message =
      'has a letter that is not UTF-8, often a curly quote or a long dash from a word processor; save the file again with the encoding UTF-8'
    faults.push({ file, line, message })
    return ''
  }
}

/** What is wrong with the characters of one line, if anything. */
const badCharacter = (line: string): string | undefined => {
  if (line.includes('\t')) return 'has a tab; use spaces'
  if (line.includes('\0')) return 'has a NUL character, which no text has; delete it'
  if (/\p{Cs}/u.test(line)) return 'has half of a character (an unpaired surrogate); delete it'
  const control = /\p{Cc}/u.exec(line)?.[0]
  if (control === undefined) return undefined
  const code = control.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
  return `has a control character (U+${code}); delete it`
}
