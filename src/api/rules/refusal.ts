/** What a request without a good token is told, and how many refusals of one address are worth a line in the event log. */
import type { Scope } from './token.ts'

export type RefusalReason =
  | 'token_in_address'
  | 'no_token'
  | 'no_bearer'
  | 'no_shape'
  | 'unknown'
  | 'revoked'
  | 'expired'
  | 'scope'

/** Refusals of one address in a quarter of an hour that are recorded; of more there is nothing new to say. */
export const RECORDED_REFUSALS = 10
/** From here on the address is told to wait. A good token from the same address goes on working. */
export const REFUSALS_ALLOWED = 50
const WINDOW_MINUTES = 15

/** Seconds until the window of the first refusal has ended; 0 when it has. */
export const secondsLeft = (firstAt: string, now: string): number =>
  Math.max(0, Math.ceil((Date.parse(firstAt) + WINDOW_MINUTES * 60_000 - Date.parse(now)) / 1000))

const HOW =
  'Send the header “Authorization: Bearer plumb_…” with a token that an administrator made under Administration, API tokens.'

/** Names under which programs put tokens into addresses. */
const TOKEN_NAMES = /^(?:access_?token|api_?key|apikey|auth|authorization|bearer|key|token)$/i

/** True where the query of the address has a token, or a place for one. */
export const hasTokenInAddress = (query: ReadonlyMap<string, readonly string[]>): boolean =>
  [...query].some(
    ([name, values]) =>
      TOKEN_NAMES.test(name) || [name, ...values].some((text) => text.includes('plumb_'))
  )

export type Refusal = {
  readonly status: 400 | 401 | 403
  readonly title: string
  readonly detail: string
  /** As in RFC 6750 §3.1; undefined where no token was sent. */
  readonly error?: 'invalid_request' | 'invalid_token' | 'insufficient_scope'
}

export const refusalWords = (
  reason: RefusalReason,
  facts: { readonly on?: string; readonly scope?: Scope; readonly held?: readonly string[] } = {}
): Refusal => {
  const invalid = { status: 401, error: 'invalid_token' } as const
  switch (reason) {
    case 'token_in_address':
      return {
        status: 400,
        title: 'A token never belongs in an address',
        detail: `Addresses are kept in logs and histories. ${HOW} If a real token was in this address, have it revoked and a new one made.`,
        error: 'invalid_request',
      }
    case 'no_token':
      return { status: 401, title: 'A token is needed', detail: HOW }
    case 'no_bearer':
      return { ...invalid, title: 'The Authorization header holds no Bearer token', detail: HOW }
    case 'no_shape':
      return {
        ...invalid,
        title: 'This is not a token of Plumbline',
        detail: `A token has 58 signs, begins with “plumb_” and is copied whole, without quotes or spaces. ${HOW}`,
      }
    case 'unknown':
      return {
        ...invalid,
        title: 'This token is not known here',
        detail: `It was made by another Plumbline, or a sign of it is wrong. ${HOW}`,
      }
    case 'revoked':
      return {
        ...invalid,
        title: 'This token was revoked',
        detail: `It was revoked on ${facts.on ?? ''} and will not work again. Ask an administrator for a new one.`,
      }
    case 'expired':
      return {
        ...invalid,
        title: 'This token has expired',
        detail: `Its last day was ${facts.on ?? ''}. Ask an administrator for a new one.`,
      }
    case 'scope':
      return {
        status: 403,
        title: 'This token does not reach that far',
        detail: `This list needs the scope “${facts.scope ?? ''}”; the token has ${(facts.held ?? []).map((one) => `“${one}”`).join(', ')}. A token's scopes never change: ask an administrator for a new one.`,
        error: 'insufficient_scope',
      }
  }
}
