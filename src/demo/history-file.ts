/** A results file as the import takes it: its bytes, and the hash by which the event log knows it. */
import { createHash } from 'node:crypto'

export interface HistoryFile {
  readonly fileName: string
  readonly bytes: Uint8Array
  /** SHA-256 of the bytes, in hex. */
  readonly fileHash: string
}

export const toHistoryFile = (fileName: string, text: string): HistoryFile => {
  const bytes = Buffer.from(text, 'utf8')
  return { fileName, bytes, fileHash: createHash('sha256').update(bytes).digest('hex') }
}
