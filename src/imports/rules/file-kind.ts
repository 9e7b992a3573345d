/** What the first bytes of an uploaded file show that it is, when that is not text. */

const REMEDY =
  'In the spreadsheet choose “Save as” and “CSV UTF-8 (comma delimited)”, then upload that file.'

const KINDS: readonly (readonly [string, readonly number[]])[] = [
  ['an Excel or other Office file', [0x50, 0x4b, 3, 4]],
  ['an old Excel or Word file', [0xd0, 0xcf, 0x11, 0xe0]],
  ['a PDF', [0x25, 0x50, 0x44, 0x46]],
  ['a compressed file', [0x1f, 0x8b]],
  ['a picture', [0x89, 0x50, 0x4e, 0x47]],
  ['a picture', [0xff, 0xd8, 0xff]],
  ['text saved as UTF-16 (“Unicode text”)', [0xff, 0xfe]],
  ['text saved as UTF-16 (“Unicode text”)', [0xfe, 0xff]],
]

/** @returns a sentence with what would be right; undefined for what may be text */
export const wrongKind = (start: Uint8Array): string | undefined => {
  const found = KINDS.find(([, bytes]) => bytes.every((byte, place) => start[place] === byte))
  return found ? `The file is ${found[0]}, not CSV. ${REMEDY}` : undefined
}

/** `40 MB`, `1 MB`; what is under a megabyte in KB. */
export const sizeInWords = (bytes: number): string =>
  bytes >= 1024 * 1024
    ? `${Math.ceil(bytes / 1024 / 1024)} MB`
    : `${Math.max(1, Math.ceil(bytes / 1024))} KB`
