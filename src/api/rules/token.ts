/** What a token of the API looks like, what it gives, and whether it still works. Pure; making one is add-token.ts. */

/**
 * - `results`: distributions and measures, which are counts and name no case
 * - `audits`: audits and actions, a row a case
 * - `alerts`: practice alerts, a row an alert
 * - `text`: the typed words of what the other scopes give
 */
export const scopes = ['results', 'audits', 'alerts', 'text'] as const
export type Scope = (typeof scopes)[number]

export const isScope = (text: string): text is Scope => scopes.some((scope) => scope === text)

export const scopeWords: Readonly<Record<Scope, string>> = {
  results: 'Distributions and measures: counts by theme and round, without cases',
  audits: 'Audits and actions: a row for each, with case references and grades, without words',
  alerts: 'Practice alerts: a row for each, with case references, without words',
  text: 'The words too: findings, reasons, what actions and alerts say',
}

export const LONGEST_TOKEN_NAME = 100

/** `plumb_`, eight signs by which it is found, `_`, and 256 bits. */
const SHAPE = /^(plumb_[0-9a-f]{8})_[A-Za-z0-9_-]{43}$/

/** The part that is no secret; undefined for what is no token of ours. */
export const shownPart = (token: string): string | undefined => SHAPE.exec(token)?.[1]

export type TokenState = 'live' | 'expired' | 'revoked'

/** @param todayOn London date; a token works on the last of its days */
export const tokenState = (
  token: { readonly expiresOn: string | null; readonly revokedAt: string | null },
  todayOn: string
): TokenState =>
  token.revokedAt !== null
    ? 'revoked'
    : token.expiresOn !== null && token.expiresOn < todayOn
      ? 'expired'
      : 'live'

/** Why these scopes make no token; undefined when they do. */
export const scopesFault = (chosen: readonly string[]): string | undefined => {
  if (chosen.length === 0) return 'Choose at least one scope'
  if (chosen.includes('text') && !chosen.includes('audits') && !chosen.includes('alerts')) {
    return 'text adds the words of audits or alerts: choose audits or alerts with it'
  }
  return undefined
}
