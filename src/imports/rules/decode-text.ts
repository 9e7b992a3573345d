/** Bytes of an uploaded text file to text, with the lines that are not UTF-8; what the text says is left to others. */
import type { FileFault } from './file-fault.ts'

const REMEDY = 'save the file from the spreadsheet as “CSV UTF-8 (comma delimited)” and try again'

const startsWith = (bytes: Uint8Array, ...start: number[]) =>
  start.every((byte, place) => bytes[place] === byte)

/** Where each line starts; a line ends with LF, CRLF or a lone CR. */
export const lineStarts = (bytes: Uint8Array): number[] => {
  const starts = [0]
  for (let place = 0; place < bytes.length; place++) {
    const ended = bytes[place] === 10 || (bytes[place] === 13 && bytes[place + 1] !== 10)
    if (ended) starts.push(place + 1)
  }
  return starts
}

/**
 * Decodes UTF-8, with or without a byte order mark. Where bytes are not UTF-8 the text still comes back, with a
 * replacement character, so that the rest of the file can be checked in the same pass; line ends stay where they were.
 *
 * @returns `unreadable`: the file is no text at all, nothing else needs saying; `broken`: lines that are not UTF-8
 */
export const decodeText = (
  bytes: Uint8Array
): { text: string; broken: FileFault[]; unreadable?: FileFault } => {
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) {
    const message = `the file is UTF-16 (“Unicode text”), not UTF-8; ${REMEDY}`
    return { text: '', broken: [], unreadable: { line: 1, message } }
  }
  if (startsWith(bytes, 0x50, 0x4b, 3, 4) || startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    const message = `the file is a spreadsheet workbook, not CSV; ${REMEDY}`
    return { text: '', broken: [], unreadable: { line: 1, message } }
  }
  const strict = new TextDecoder('utf-8', { fatal: true })
  try {
    return { text: strict.decode(bytes), broken: [] }
  } catch {
    const starts = lineStarts(bytes)
    const broken = starts.flatMap((start, place) => {
      try {
        strict.decode(bytes.subarray(start, starts[place + 1] ?? bytes.length))
        return []
      } catch {
        return [{ line: place + 1, message: `not valid UTF-8 text; ${REMEDY}` }]
      }
    })
    return { text: new TextDecoder('utf-8').decode(bytes), broken }
  }
}
