/** Expected answers of the pages of a person's own audits: each sees their own, so there is no foreign record. */
import type { RouteTable } from './route-case.ts'

export const ownRoutes: RouteTable = {
  'GET /actions': {
    ask: () => ({ path: '/actions' }),
    expect: { none: [403, 200, 200, 200, 200, 200, 200, 403, 303] },
  },
  //                     adm  qa   mgr  iro  irm  pra  sen  par  visitor
  'GET /my-audits': {
    ask: () => ({ path: '/my-audits' }),
    expect: { none: [403, 200, 200, 200, 200, 200, 200, 200, 303] },
  },
}
