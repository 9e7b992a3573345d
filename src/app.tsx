/** The application: the life of a request, read from top to bottom. */
import { Hono } from 'hono'
import { admin } from './admin/routes.tsx'
import { alertBeside } from './alerts/beside-routes.tsx'
import { alertCopies } from './alerts/copy-routes.tsx'
import { alertDrafts } from './alerts/draft-routes.tsx'
import { midwayChecks } from './alerts/midway-routes.tsx'
import { alertPages } from './alerts/page-routes.tsx'
import { alertReaddressing } from './alerts/readdress-routes.tsx'
import { alertRegister } from './alerts/register-routes.tsx'
import { alertLists } from './alerts/routes.tsx'
import { alertSteps } from './alerts/step-routes.tsx'
import { alertFigureRoutes } from './analytics/alert-figure-routes.tsx'
import { compare } from './analytics/compare-routes.tsx'
import { overTime } from './analytics/over-time-routes.tsx'
import { analytics } from './analytics/routes.tsx'
import { apiLists } from './api/list-routes.tsx'
import { api } from './api/routes.tsx'
import { audits } from './audits/routes.tsx'
import { cover } from './cover/routes.tsx'
import { toInstant } from './db/columns.ts'
import { demo } from './demo/routes.tsx'
import type { Deps } from './deps.ts'
import { assets } from './http/assets.ts'
import { formBody } from './http/body.ts'
import { csrf } from './http/csrf.ts'
import type { AppEnv } from './http/env.ts'
import { answerError, answerNotFound } from './http/error-page.tsx'
import { health } from './http/health.ts'
import { readableAddress } from './http/readable-address.ts'
import { requestLog } from './http/request-log.ts'
import { sameOriginPosts } from './http/request-origin.ts'
import { noStore, securityHeaders } from './http/security-headers.ts'
import { session } from './http/session.ts'
import { wrongMethod } from './http/wrong-method.ts'
import { imports } from './imports/routes.tsx'
import { mail } from './mail/routes.tsx'
import { notices } from './notices/routes.tsx'
import { people } from './people/routes.tsx'
import { programme } from './programme/routes.tsx'
import { evidence } from './reports/evidence-routes.tsx'
import { reports } from './reports/routes.tsx'
import { rounds } from './rounds/routes.tsx'
import { safety } from './safety/routes.tsx'
import { closureDays } from './settings/closure-routes.tsx'
import { settings } from './settings/routes.tsx'
import { studio } from './studio/routes.tsx'
import { work } from './work/routes.tsx'

export const createApp = (deps: Deps): Hono<AppEnv> => {
  const app = new Hono<AppEnv>()

  app.use(async (c, next) => {
    c.set('deps', deps)
    c.set('now', toInstant(deps.clock()))
    c.set('dispatch', (request) => app.fetch(request, c.env))
    await next()
  })
  app.use(requestLog)
  app.use(securityHeaders(deps.config.PUBLIC_URL.startsWith('https:')))
  app.use(noStore)
  app.use(readableAddress)
  app.route('/assets', assets())
  app.route('/', health)
  // For programs with a token: before sessions, so that no cookie counts for anything there.
  app.route('/', apiLists)

  app.use(sameOriginPosts)
  app.use(session)
  app.use(formBody)
  app.use(csrf)

  app.route('/', people)
  app.route('/', mail)
  app.route('/', notices)
  app.route('/', settings)
  app.route('/', closureDays)
  app.route('/', cover)
  app.route('/', studio)
  app.route('/', rounds)
  app.route('/', safety)
  app.route('/', audits)
  app.route('/', programme)
  app.route('/', work)
  app.route('/', alertLists)
  // Before one alert, whose address begins alike.
  app.route('/', alertFigureRoutes)
  app.route('/', alertDrafts)
  // Before the pages of one alert, whose addresses begin alike.
  app.route('/', alertRegister)
  app.route('/', alertPages)
  app.route('/', alertSteps)
  app.route('/', alertReaddressing)
  app.route('/', alertCopies)
  app.route('/', midwayChecks)
  app.route('/', alertBeside)
  app.route('/', analytics)
  // Before reports, whose addresses begin alike.
  app.route('/', evidence)
  app.route('/', reports)
  app.route('/', overTime)
  app.route('/', compare)
  app.route('/', admin)
  app.route('/', imports)
  app.route('/', api)

  // Signing in without a password exists only where the database bears the mark that `demo` writes.
  if (deps.council.isDemo) app.route('/', demo)

  app.use(wrongMethod(app))
  app.notFound(answerNotFound)
  app.onError(answerError)
  return app
}
