/** Expected answers of the programme: the QA lead's alone, whichever round it is. Every round is the QA lead's own. */
import { addCases } from '../../src/rounds/add-cases.ts'
import { allocateAudit } from '../../src/rounds/allocate-audit.ts'
import {
  addCaseWith,
  createRoundWith,
  type OpenAudit,
  openAudit,
} from '../support/round-builders.ts'
import { NO_RECORD, type World } from '../support/world.ts'
import type { Request, RouteCase, RouteTable, Row } from './route-case.ts'

//                    adm  qa   mgr  iro  irm  pra  sen  par  visitor
const shown: Row = [403, 200, 403, 403, 403, 403, 403, 403, 303]
const notShown: Row = [403, 404, 403, 403, 403, 403, 403, 403, 303]
const done: Row = [403, 303, 403, 403, 403, 403, 403, 403, 401]
const notDone: Row = [403, 404, 403, 403, 403, 403, 403, 403, 401]
const read: Row = [403, 200, 403, 403, 403, 403, 403, 403, 401]

const draft = async (world: World): Promise<Pick<OpenAudit, 'roundId' | 'auditId'>> => {
  const ctx = world.context()
  const roundId = await createRoundWith(ctx)
  const [auditId = ''] = await addCases(ctx, { roundId, caseIds: [await addCaseWith(ctx)] })
  return { roundId, auditId }
}

const openRound = (world: World) => openAudit(world.context())

const of =
  (
    make: typeof draft,
    place: string,
    fields?: (made: Awaited<ReturnType<typeof draft>>) => Request['fields']
  ): RouteCase['ask'] =>
  async (world, _asker, record) => {
    const made = await make(world)
    const roundId = record === 'missing' ? NO_RECORD : made.roundId
    const sent = fields?.(made)
    const path = `/rounds/${roundId}${place.replace('AUDIT', made.auditId)}`
    return { path, ...(sent ? { fields: sent } : {}) }
  }

const round = {
  name: 'February learning audit',
  kind: 'learning',
  selection: 'random',
  'windowFrom-day': '2',
  'windowFrom-month': '2',
  'windowFrom-year': '2026',
  'windowTo-day': '27',
  'windowTo-month': '2',
  'windowTo-year': '2026',
  'dueOn-day': '27',
  'dueOn-month': '2',
  'dueOn-year': '2026',
  revision: '0',
}

/** Every name is taken once: each role asks for another. */
const named = (column: string) => ({ ...round, name: `February, asked by ${column}` })

export const roundRoutes: RouteTable = {
  'GET /rounds': { ask: () => ({ path: '/rounds' }), expect: { none: shown } },
  'GET /rounds/new': { ask: () => ({ path: '/rounds/new' }), expect: { none: shown } },
  'POST /rounds/new': {
    ask: (_world, { column }) => ({ path: '/rounds/new', fields: named(column) }),
    expect: { none: done },
  },
  'GET /rounds/:id': { ask: of(openRound, ''), expect: { own: shown, missing: notShown } },
  'POST /rounds/:id': {
    ask: of(draft, '', ({ auditId }) => ({
      [`auditor-${auditId}`]: '',
      [`seen-${auditId}`]: '',
      [`reason-${auditId}`]: '',
      page: '1',
    })),
    expect: { own: done, missing: notDone },
  },
  'GET /rounds/:id/change': {
    ask: of(draft, '/change'),
    expect: { own: shown, missing: notShown },
  },
  'POST /rounds/:id/change': {
    ask: async (world, asker, record) => ({
      ...(await of(draft, '/change')(world, asker, record)),
      fields: { ...named(asker.column), revision: '1' },
    }),
    expect: { own: done, missing: notDone },
  },
  'GET /rounds/:id/cases': { ask: of(draft, '/cases'), expect: { own: shown, missing: notShown } },
  // What was read is shown first; it is added by the same form once more.
  'POST /rounds/:id/cases': {
    ask: of(draft, '/cases', () => ({ references: '4417\n4418' })),
    expect: { own: read, missing: notDone },
  },
  'GET /rounds/:id/open': { ask: of(draft, '/open'), expect: { own: shown, missing: notShown } },
  'POST /rounds/:id/open': {
    ask: of(
      async (world) => {
        const ctx = world.context()
        const made = await draft(world)
        await allocateAudit(ctx, {
          auditId: made.auditId,
          auditorId: world.people.manager,
          seenAuditorId: null,
        })
        return made
      },
      '/open',
      () => ({})
    ),
    expect: { own: done, missing: notDone },
  },
  'GET /rounds/:id/remove/:auditId': {
    ask: of(draft, '/remove/AUDIT'),
    expect: { own: shown, missing: notShown },
  },
  'POST /rounds/:id/remove/:auditId': {
    ask: of(draft, '/remove/AUDIT', () => ({})),
    expect: { own: done, missing: notDone },
  },
}
