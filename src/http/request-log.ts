/** One line a request: method, path without its query, status and time. Never a body, never a name. */
import type { MiddlewareHandler } from 'hono'
import type { AppEnv, C } from './env.ts'

/** Without its query; the token in a set-password link or a calendar's address is a secret. */
export const pathToLog = (c: C): string =>
  c.req.path.replace(/^(\/(?:set-password|calendar)\/).+/, '$1…')

export const requestLog: MiddlewareHandler<AppEnv> = async (c, next) => {
  const { log } = c.get('deps')
  if (!log.isLevelEnabled('info')) return next()
  const startedAt = performance.now()
  await next()
  log.info({
    method: c.req.method,
    path: pathToLog(c),
    status: c.res.status,
    ms: Math.round((performance.now() - startedAt) * 10) / 10,
    person: c.get('person')?.id,
  })
}
