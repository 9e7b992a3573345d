/** Expected answers of evidence packs: for QA leads alone. None of them names a record. */
import type { RouteTable, Row } from './route-case.ts'

//                    adm  qa   mgr  iro  irm  pra  sen  par  visitor
const leads: Row = [403, 200, 403, 403, 403, 403, 403, 403, 303]
/** Nothing has been audited, so that the page says so instead of handing out an empty file. */
const leadsBack: Row = [403, 303, 403, 403, 403, 403, 403, 403, 303]

export const evidenceRoutes: RouteTable = {
  'GET /reports/evidence': { ask: () => ({ path: '/reports/evidence' }), expect: { none: leads } },
  'GET /reports/evidence.xlsx': {
    ask: () => ({ path: '/reports/evidence.xlsx' }),
    expect: { none: leadsBack },
  },
  'GET /reports/evidence.docx': {
    ask: () => ({ path: '/reports/evidence.docx' }),
    expect: { none: leadsBack },
  },
  'GET /reports/evidence/progress': {
    ask: () => ({ path: '/reports/evidence/progress' }),
    expect: { none: leads },
  },
  'GET /reports/evidence/exports': {
    ask: () => ({ path: '/reports/evidence/exports' }),
    expect: { none: leads },
  },
}
