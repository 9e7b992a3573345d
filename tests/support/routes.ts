/** Every route that the application answers, with the guard it carries. */
import type { Hono } from 'hono'
import type { AppEnv } from '../../src/http/env.ts'

export interface Route {
  /** `POST /audits/:id` */
  readonly name: string
  readonly method: string
  readonly path: string
  /** The permission its guard asks for; undefined when nothing guards it. */
  readonly guard: string | undefined
}

/** Middleware (method ALL) is left out; the handlers of one route are one entry. */
export const listRoutes = (app: Hono<AppEnv>): Route[] => {
  const routes = new Map<string, Route>()
  for (const { method, path, handler } of app.routes) {
    if (method === 'ALL') continue
    const name = `${method} ${path}`
    const guard = (handler as { guard?: string }).guard ?? routes.get(name)?.guard
    routes.set(name, { name, method, path, guard })
  }
  return [...routes.values()]
}
