/** A known address asked with a method that it does not answer: 405 with the methods that it does. */
import type { Hono, MiddlewareHandler } from 'hono'
import type { AppEnv } from './env.ts'
import { answerWrongMethod } from './error-page.tsx'

const isPattern = (path: string): boolean => !path.includes('*')

/** Runs only when no route answered, since it is registered after them all. */
export const wrongMethod =
  (app: Hono<AppEnv>): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    const allowed = new Set(
      app.routes
        .filter((route) => route.method !== 'ALL' && isPattern(route.path))
        .filter((route) => matches(route.path, c.req.path))
        .map((route) => route.method)
    )
    if (allowed.size === 0) return next()
    if (allowed.has('GET')) allowed.add('HEAD')
    return answerWrongMethod(c, [...allowed])
  }

/** `/audits/:id` matches `/audits/17`. */
const matches = (pattern: string, path: string): boolean => {
  const wanted = pattern.split('/')
  const given = path.split('/')
  return (
    wanted.length === given.length &&
    wanted.every((part, index) =>
      part.startsWith(':') ? given[index] !== '' : part === given[index]
    )
  )
}
