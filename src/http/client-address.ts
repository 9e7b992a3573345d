/** The address that a request came from, looking through the proxies that the settings trust and no others. */
import { getConnInfo } from '@hono/node-server/conninfo'
import type { C } from './env.ts'

const remoteAddress = (c: C): string => {
  try {
    return getConnInfo(c).remote.address?.replace(/^::ffff:/, '') ?? 'unknown'
  } catch {
    // A request that did not come through a socket (app.request in tests).
    return 'unknown'
  }
}

/** The right-most address of X-Forwarded-For that is not a trusted proxy, when the connection came from one. */
export const clientAddress = (c: C): string => {
  const trusted = new Set(c.get('deps').config.TRUSTED_PROXIES)
  const connection = remoteAddress(c)
  if (!trusted.has(connection)) return connection
  const forwarded = (c.req.header('x-forwarded-for') ?? '').split(',').map((part) => part.trim())
  return forwarded.reverse().find((address) => address && !trusted.has(address)) ?? connection
}
