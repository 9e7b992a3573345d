/**
 * Expected answers of the API: a session opens nothing there, whoever has it. What tokens open is in tests/api.
 */
import type { RouteTable, Row } from './route-case.ts'

//                     adm  qa   mgr  iro  irm  pra  sen  par  visitor
const program: Row = [401, 401, 401, 401, 401, 401, 401, 401, 401]

export const apiRoutes: RouteTable = {
  'GET /api/v1/distributions': {
    ask: () => ({ path: '/api/v1/distributions' }),
    expect: { none: program },
  },
  'GET /api/v1/measures': {
    ask: () => ({ path: '/api/v1/measures' }),
    expect: { none: program },
  },
}
