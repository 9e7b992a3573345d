/** Random tokens for cookies and links, and the hash under which the database knows them. */
import { createHash, randomBytes } from 'node:crypto'

/** 256 bits, base64url. */
export const newToken = (): string => randomBytes(32).toString('base64url')

export const tokenHash = (token: string): string =>
  createHash('sha256').update(token).digest('base64url')
