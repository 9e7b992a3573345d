/** How a word that is no name is remembered: hashed with its audit, so that a list of names finds none in the table. */
import { createHash } from 'node:crypto'

/** Capitals make no difference: hex SHA-256. */
export const wordHash = (auditId: string, word: string): string =>
  createHash('sha256').update(`${auditId}\n${word.trim().toLowerCase()}`).digest('hex')
