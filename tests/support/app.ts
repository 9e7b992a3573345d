/** The real application on a fresh database, with a clock that tests move, and people who sign in for real. */
import type { Hono } from 'hono'
import { pino } from 'pino'
import { createApp } from '../../src/app.tsx'
import { readConfig } from '../../src/config.ts'
import type { Db } from '../../src/db/schema.ts'
import type { Context } from '../../src/db/transaction.ts'
import type { Deps } from '../../src/deps.ts'
import type { LayoutAssets } from '../../src/http/assets.ts'
import type { AppEnv } from '../../src/http/env.ts'
import { csrfToken } from '../../src/http/seal.ts'
import type { Role } from '../../src/people/rules/permissions.ts'
import { startSession } from '../../src/people/start-session.ts'
import { findSession, readCouncil } from '../../src/people/store.ts'
import { tokenHash } from '../../src/people/tokens.ts'
import { addPersonWith } from './builders.ts'
import { countingIds, NOW } from './context.ts'
import { newDatabase } from './database.ts'

export interface TestApp {
  readonly app: Hono<AppEnv>
  readonly db: Db
  readonly deps: Deps
  /** A command's context at the clock's present time, for building what a test needs. */
  readonly context: () => Context
  /** Moves the clock. */
  readonly setNow: (instant: string) => void
  /** A person of these roles with a live session. */
  readonly signIn: (
    roles: readonly Role[],
    person?: { name?: string; teamId?: string }
  ) => Promise<Browser>
  /** A live session for a person who exists. */
  readonly browserOf: (personId: string) => Promise<Browser>
  /** Nobody's browser. */
  readonly visitor: Browser
}

export interface Browser {
  readonly personId: string
  readonly cookie: string
  readonly csrf: string
  readonly get: (path: string, headers?: Record<string, string>) => Promise<Response>
  /** Posts a form with the session's `_csrf`, unless the fields give another. */
  readonly post: (
    path: string,
    fields?: Record<string, string | readonly string[]>,
    headers?: Record<string, string>
  ) => Promise<Response>
}

/** Layout addresses that need no built assets. */
const testAssets = {
  css: '/assets/plumbline.css',
  js: '/assets/plumbline.js',
  htmx: '/assets/htmx.js',
  icon: '/assets/icon.svg',
}

const encode = (fields: Record<string, string | readonly string[]>): string => {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) {
    for (const each of typeof value === 'string' ? [value] : value) body.append(name, each)
  }
  return body.toString()
}

/**
 * @param assets given where a browser has to find the files; pages in other tests need no build
 * @param given a database other than the usual one, for instance a file on the disk
 * @param idsBefore how many ids were made in it
 */
export const newApp = async (
  settings: Record<string, string> = {},
  assets: LayoutAssets = testAssets,
  given?: Db,
  idsBefore = 0
): Promise<TestApp> => {
  const db = given ?? (await newDatabase())
  let now = NOW
  const deps: Deps = {
    db,
    clock: () => new Date(now),
    ids: countingIds(idsBefore),
    config: readConfig(settings),
    log: pino({ level: 'silent' }),
    assets,
    council: await readCouncil(db),
  }
  const app = createApp(deps)

  const browser = (personId: string, cookie: string, csrf: string): Browser => ({
    personId,
    cookie,
    csrf,
    get: async (path, headers = {}) => app.request(path, { headers: { cookie, ...headers } }),
    post: async (path, fields = {}, headers = {}) =>
      app.request(path, {
        method: 'POST',
        headers: { cookie, 'content-type': 'application/x-www-form-urlencoded', ...headers },
        body: encode({ _csrf: csrf, ...fields }),
      }),
  })

  const context = (): Context => ({
    db,
    actor: { kind: 'command', name: 'test' },
    now,
    ids: deps.ids,
  })

  const browserOf = async (personId: string): Promise<Browser> => {
    const token = await startSession(context(), personId, 12)
    const found = await findSession(db, tokenHash(token))
    if (!found) throw new Error('the session was not started')
    return browser(personId, `plumbline=${token}`, csrfToken(deps.council.secret, found.session.id))
  }

  return {
    app,
    db,
    deps,
    context,
    setNow: (instant) => {
      now = instant
    },
    signIn: async (roles, person = {}) =>
      browserOf(await addPersonWith(context(), { ...person, roles })),
    browserOf,
    visitor: browser('', '', ''),
  }
}
