/** For the load balancer: is the process up, and can it reach its database. */
import { Hono } from 'hono'
import { sql } from 'kysely'
import type { AppEnv } from './env.ts'

export const health = new Hono<AppEnv>()

health.get('/health', (c) => c.json({ status: 'ok' }))

health.get('/ready', async (c) => {
  try {
    await sql`select number from event_head`.execute(c.get('deps').db)
    return c.json({ status: 'ok' })
  } catch (error) {
    c.get('deps').log.error({ err: error }, 'the database does not answer')
    return c.json({ status: 'the database does not answer' }, 503)
  }
})
