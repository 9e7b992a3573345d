/** Puts the person of a live session on the request. Refuses nobody: that is for guards. */
import type { MiddlewareHandler } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { isSeenStale, isSessionLive } from '../people/rules/session-clock.ts'
import { findSession, touchSession } from '../people/store.ts'
import { tokenHash } from '../people/tokens.ts'
import type { AppEnv, C } from './env.ts'

const isHttps = (c: C): boolean => c.get('deps').config.PUBLIC_URL.startsWith('https:')

/** The `__Host-` prefix ties the cookie to this host and path, but needs https. */
const cookieName = (c: C): string => (isHttps(c) ? '__Host-plumbline' : 'plumbline')

export const setSessionCookie = (c: C, token: string): void =>
  setCookie(c, cookieName(c), token, {
    path: '/',
    httpOnly: true,
    secure: isHttps(c),
    sameSite: 'Lax',
  })

export const clearSessionCookie = (c: C): void => {
  deleteCookie(c, cookieName(c), { path: '/', secure: isHttps(c) })
}

export const session: MiddlewareHandler<AppEnv> = async (c, next) => {
  const { db, config } = c.get('deps')
  const token = getCookie(c, cookieName(c))
  const found = token ? await findSession(db, tokenHash(token)) : undefined
  if (found) {
    const now = c.get('now')
    if (
      found.person.isActive === 1 &&
      isSessionLive(found.session, now, config.SESSION_IDLE_MINUTES)
    ) {
      c.set('person', { ...found.person, roles: found.roles, sessionId: found.session.id })
      if (isSeenStale(found.session, now)) await touchSession(db, found.session.id, now)
    } else {
      c.set('endedSessionOf', found.person.id)
    }
  }
  await next()
}
