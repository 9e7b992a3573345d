/** Refuses addresses whose escapes are no text: NUL and broken UTF-8 would reach the database as an id or a filter. */
import type { MiddlewareHandler } from 'hono'
import type { AppEnv } from './env.ts'
import { answerUnreadableAddress } from './error-page.tsx'

/** A percent sign that escapes nothing is a percent sign; what escapes bytes must escape UTF-8. */
const isReadable = (address: string): boolean =>
  (address.match(/(?:%[0-9a-f]{2})+/gi) ?? []).every((escapes) => {
    try {
      return !decodeURIComponent(escapes).includes('\0')
    } catch {
      return false
    }
  })

export const readableAddress: MiddlewareHandler<AppEnv> = async (c, next) => {
  if (!isReadable(c.req.url)) return answerUnreadableAddress(c)
  return next()
}
