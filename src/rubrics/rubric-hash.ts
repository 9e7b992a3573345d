/** The identity of a rubric version: the SHA-256 of its canonical content (contracts.md §3). */
import { createHash } from 'node:crypto'

/** @param content from canonicalRubric; the hash is hex */
export const rubricHash = (content: string): string =>
  createHash('sha256').update(content).digest('hex')
