/** All the tables of expected answers as one. A route that is registered and not in here fails every-route.test.ts. */
import { actionRoutes } from './action-routes.ts'
import { adminRoutes } from './admin-routes.ts'
import { alertFigureRoutes } from './alert-figure-routes.ts'
import { alertRoutes } from './alert-routes.ts'
import { apiRoutes } from './api-routes.ts'
import { auditRoutes } from './audit-routes.ts'
import { caseRoutes } from './case-routes.ts'
import { circularRoutes } from './circular-routes.ts'
import { coverRoutes } from './cover-routes.ts'
import { evidenceRoutes } from './evidence-routes.ts'
import { findRoutes } from './find-routes.ts'
import { importRoutes } from './import-routes.ts'
import { mailRoutes } from './mail-routes.ts'
import { midwayRoutes } from './midway-routes.ts'
import { noticeRoutes } from './notice-routes.ts'
import { ownRoutes } from './own-routes.ts'
import { peopleRoutes } from './people-routes.ts'
import { policyRoutes } from './policy-routes.ts'
import { programmeRoutes } from './programme-routes.ts'
import { reportRoutes } from './report-routes.ts'
import { resultsPagesRoutes } from './results-pages-routes.ts'
import { resultsRoutes } from './results-routes.ts'
import { roundRoutes } from './round-routes.ts'
import type { RouteTable } from './route-case.ts'
import { safetyRoutes } from './safety-routes.ts'
import { studioRoutes } from './studio-routes.ts'

export const routeTable: RouteTable = {
  ...peopleRoutes,
  ...mailRoutes,
  ...noticeRoutes,
  ...auditRoutes,
  ...safetyRoutes,
  ...actionRoutes,
  ...ownRoutes,
  ...findRoutes,
  ...caseRoutes,
  ...resultsRoutes,
  ...evidenceRoutes,
  ...reportRoutes,
  ...circularRoutes,
  ...resultsPagesRoutes,
  ...roundRoutes,
  ...importRoutes,
  ...programmeRoutes,
  ...adminRoutes,
  ...studioRoutes,
  ...policyRoutes,
  ...alertRoutes,
  ...midwayRoutes,
  ...alertFigureRoutes,
  ...apiRoutes,
  ...coverRoutes,
}
