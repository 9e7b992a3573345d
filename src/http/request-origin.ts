/**
 * Refuses posts that another site made the browser send. Browsers say where a post comes from in Sec-Fetch-Site and
 * Origin; what sends neither is not a browser and carries no cookie of somebody else.
 */
import type { MiddlewareHandler } from 'hono'
import { NotAllowed } from '../errors.ts'
import type { AppEnv } from './env.ts'

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

export const sameOriginPosts: MiddlewareHandler<AppEnv> = async (c, next) => {
  if (!SAFE_METHODS.has(c.req.method)) {
    const site = c.req.header('sec-fetch-site')
    const origin = c.req.header('origin')
    const { PUBLIC_URL } = c.get('deps').config
    // Behind a proxy the address in the browser is PUBLIC_URL; without one it is the Host that was asked.
    const own = [new URL(PUBLIC_URL).origin, `http://${c.req.header('host') ?? ''}`]
    const isForeign =
      (site !== undefined && site !== 'same-origin' && site !== 'none') ||
      (origin !== undefined && !own.includes(origin))
    if (isForeign) throw new NotAllowed('This form was sent from another site.')
  }
  await next()
}
