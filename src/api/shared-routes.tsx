/**
 * What every route of the API shares: its guard. A token is looked at before anything else of the request; whoever has
 * none that works is told what is wrong and what would be right, and the refusal is recorded.
 */
import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import { formatDate } from '../../views/format.ts'
import type { Deps } from '../deps.ts'
import { clientAddress } from '../http/client-address.ts'
import { type AppEnv, type C, contextOf } from '../http/env.ts'
import { answerProblem } from '../http/problem.ts'
import { checkToken, type TokenCheck } from './check-token.ts'
import { refuseToken } from './refuse-token.ts'
import { type Pace, takeOne } from './rules/pace.ts'
import { hasTokenInAddress, refusalWords } from './rules/refusal.ts'
import type { Scope } from './rules/token.ts'
import { touchToken } from './token-store.ts'

/** Every name of the address's query with all its values, as they were sent. */
export const queryOf = (c: C): ReadonlyMap<string, readonly string[]> => {
  const { searchParams } = new URL(c.req.url)
  return new Map([...searchParams.keys()].map((name) => [name, searchParams.getAll(name)]))
}

export type ApiGuard = MiddlewareHandler<AppEnv> & { readonly guard: string }

/** How often each token has asked of this server: in memory, since counting in the database would write on each read. */
const paces = new WeakMap<Deps, Map<string, Pace>>()

const paceOf = (c: C, tokenId: string): number => {
  const deps = c.get('deps')
  const known = paces.get(deps) ?? new Map<string, Pace>()
  paces.set(deps, known)
  const { pace, waitSeconds } = takeOne(known.get(tokenId), Date.parse(c.get('now')))
  known.set(tokenId, pace)
  return waitSeconds
}

const tooMany = (c: C, waitSeconds: number, detail: string): Response => {
  c.header('Retry-After', String(waitSeconds))
  const wait = waitSeconds === 1 ? 'a second' : `${waitSeconds} seconds`
  return answerProblem(c, {
    status: 429,
    title: 'Too many requests',
    detail: `${detail} Ask again in ${wait}.`,
  })
}

type Refused = Extract<TokenCheck, { readonly ok: false }>

const refuse = async (c: C, refused: Refused, scope: Scope | undefined): Promise<Response> => {
  const { reason, token, on } = refused
  if (token) c.set('apiToken', token)
  const waitSeconds = await refuseToken(contextOf(c), {
    address: clientAddress(c),
    reason,
    route: routePath(c),
    tokenId: token?.id,
  })
  if (waitSeconds > 0) {
    return tooMany(c, waitSeconds, 'This address sent too many requests without a good token.')
  }
  const words = refusalWords(reason, {
    ...(on === undefined ? {} : { on: formatDate(on) }),
    ...(scope === undefined ? {} : { scope }),
    held: token?.scopes ?? [],
  })
  const error = words.error === undefined ? '' : `, error="${words.error}"`
  c.header('WWW-Authenticate', `Bearer realm="Plumbline"${error}`)
  return answerProblem(c, words)
}

/** Any program whose token has the scope; any token at all where no scope is named. */
export const bearer = (scope?: Scope): ApiGuard =>
  Object.assign(
    (async (c, next) => {
      const checked: TokenCheck = hasTokenInAddress(queryOf(c))
        ? { ok: false, reason: 'token_in_address' }
        : await checkToken(c.get('deps').db, c.req.header('authorization'), c.get('now'), scope)
      if (!checked.ok) return refuse(c, checked, scope)
      const { token } = checked
      const waitSeconds = paceOf(c, token.id)
      if (waitSeconds > 0) {
        return tooMany(c, waitSeconds, 'A token may ask three hundred times a minute.')
      }
      c.set('apiToken', token)
      const hour = c.get('now').slice(0, 13)
      if (token.usedHour !== hour) await touchToken(c.get('deps').db, token.id, hour)
      return next()
    }) satisfies MiddlewareHandler<AppEnv>,
    { guard: `api ${scope ?? 'any token'}` }
  )
