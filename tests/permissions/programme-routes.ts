/** Expected answers of keeping a round moving: the QA lead's alone, whichever round it is. Asking to hand over is the auditor's. */
import { openAudit } from '../support/round-builders.ts'
import { NO_RECORD } from '../support/world.ts'
import type { Request, RouteCase, RouteTable, Row } from './route-case.ts'

//                    adm  qa   mgr  iro  irm  pra  sen  par  visitor
const shown: Row = [403, 200, 403, 403, 403, 403, 403, 403, 303]
const notShown: Row = [403, 404, 403, 403, 403, 403, 403, 403, 303]
const asked: Row = [403, 200, 403, 403, 403, 403, 403, 403, 401]
const notDone: Row = [403, 404, 403, 403, 403, 403, 403, 403, 401]

/** A round with one audit, allocated to the manager. */
const inOpen =
  (place: string, fields?: (auditId: string) => Request['fields']): RouteCase['ask'] =>
  async (world, _asker, record) => {
    const made = await openAudit(world.context(), { auditorId: world.people.manager })
    const roundId = record === 'missing' ? NO_RECORD : made.roundId
    const sent = fields?.(made.auditId)
    return { path: `/rounds/${roundId}${place}`, ...(sent ? { fields: sent } : {}) }
  }

export const programmeRoutes: RouteTable = {
  'GET /rounds/:id/progress': {
    ask: inOpen('/progress'),
    expect: { own: shown, missing: notShown },
  },
  // Shows first what would be done.
  'POST /rounds/:id/bulk': {
    ask: inOpen('/bulk', (auditId) => ({ do: 'withdraw', audits: auditId })),
    expect: { own: asked, missing: notDone },
  },
}
