/** Finds out what the Authorization header of a request is worth. Writes nothing. */
import { timingSafeEqual } from 'node:crypto'
import type { Db } from '../db/schema.ts'
import { londonDate } from '../people/rules/london-date.ts'
import { tokenHash } from '../people/tokens.ts'
import type { RefusalReason } from './rules/refusal.ts'
import { type Scope, shownPart, tokenState } from './rules/token.ts'
import { findToken } from './token-store.ts'

export type CheckedToken = {
  readonly id: string
  readonly scopes: readonly Scope[]
  readonly usedHour: string | null
}

export type TokenCheck =
  | { readonly ok: true; readonly token: CheckedToken }
  | {
      readonly ok: false
      readonly reason: RefusalReason
      /** One of ours, whose secret was right. */
      readonly token?: CheckedToken
      /** London date on which it was revoked, or its last day. */
      readonly on?: string
    }

/** Compared when there is no such token, so that it takes as long. */
const NO_HASH = tokenHash('')

/**
 * @param header of the request; undefined when there is none
 * @param scope that the route needs; undefined when any will do
 */
export const checkToken = async (
  db: Db,
  header: string | undefined,
  now: string,
  scope: Scope | undefined
): Promise<TokenCheck> => {
  if (header === undefined || header.trim() === '') return { ok: false, reason: 'no_token' }
  const [scheme, given = '', ...more] = header.trim().split(/\s+/)
  if (scheme?.toLowerCase() !== 'bearer' || given === '' || more.length > 0) {
    return { ok: false, reason: 'no_bearer' }
  }
  const shown = shownPart(given)
  if (shown === undefined) return { ok: false, reason: 'no_shape' }
  const found = await findToken(db, shown)
  const isSame = timingSafeEqual(
    Buffer.from(tokenHash(given)),
    Buffer.from(found?.tokenHash ?? NO_HASH)
  )
  if (!found || !isSame) return { ok: false, reason: 'unknown' }
  const token = { id: found.id, scopes: found.scopes, usedHour: found.usedHour }
  const state = tokenState(found, londonDate(now))
  if (state === 'revoked') {
    return { ok: false, reason: 'revoked', token, on: londonDate(found.revokedAt ?? now) }
  }
  if (state === 'expired') {
    return { ok: false, reason: 'expired', token, on: found.expiresOn ?? londonDate(now) }
  }
  if (scope !== undefined && !found.scopes.includes(scope)) {
    return { ok: false, reason: 'scope', token }
  }
  return { ok: true, token }
}
