/** Every post of a signed-in person carries the token of their session. Sign-in itself is guarded by origin alone. */
import type { MiddlewareHandler } from 'hono'
import { NotAllowed } from '../errors.ts'
import type { AppEnv } from './env.ts'
import { isCsrfToken } from './seal.ts'

export const csrf: MiddlewareHandler<AppEnv> = async (c, next) => {
  const person = c.get('person')
  if (c.req.method === 'POST' && person && c.req.path !== '/sign-in') {
    const given = c.get('body')?.get('_csrf')?.[0] ?? ''
    if (!isCsrfToken(c.get('deps').council.secret, person.sessionId, given)) {
      throw new NotAllowed(
        'This form is out of date: you have signed in again since it was opened. Go back, reload the page and send it again.'
      )
    }
  }
  await next()
}
