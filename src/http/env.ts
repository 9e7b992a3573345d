/** What a request carries through the middleware, and the context that verbs are given. */
import type { Context as HonoContext } from 'hono'
import type { Context } from '../db/transaction.ts'
import type { Deps } from '../deps.ts'
import type { Role } from '../people/rules/permissions.ts'
import type { Body } from './body.ts'
import type { Upload } from './upload.ts'

/** The person whose live session came with the request. */
export interface SignedIn {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly jobTitle: string
  readonly teamId: string | null
  readonly roles: readonly Role[]
  readonly sessionId: string
}

export interface AppEnv {
  Variables: {
    deps: Deps
    now: string
    person?: SignedIn
    /** The token of another program, where the request came with one (src/api). */
    apiToken?: { readonly id: string; readonly scopes: readonly string[] }
    /** Whose session it was, when the cookie names one that has ended. */
    endedSessionOf?: string
    body?: Body
    /** The file of a posted multipart form, still arriving. */
    upload?: Upload
    /** Hands another request to the whole application. */
    dispatch: (request: Request) => Response | Promise<Response>
  }
}

export type C = HonoContext<AppEnv>

/** The signed-in person; only routes behind a guard may ask. */
export const personOf = (c: C): SignedIn => {
  const person = c.get('person')
  if (!person) throw new Error(`no guard on ${c.req.method} ${c.req.path}`)
  return person
}

/** The verbs' context of this request: one instant, and the person as actor. */
export const contextOf = (c: C): Context => {
  const { db, ids } = c.get('deps')
  const person = c.get('person')
  const token = c.get('apiToken')
  return {
    db,
    ids,
    now: c.get('now'),
    actor: person
      ? { kind: 'user', id: person.id }
      : token
        ? { kind: 'token', id: token.id }
        : { kind: 'visitor' },
  }
}

export const isHtmx = (c: C): boolean => c.req.header('hx-request') === 'true'
