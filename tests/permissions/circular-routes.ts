/**
 * Expected answers of learning circulars: writing, publishing and withdrawing are the QA lead's; whoever sees the council's
 * results reads a published one. Own: published. Foreign: a draft.
 */
import { issueCircular } from '../../src/reports/issue-circular.ts'
import { saveCircular } from '../../src/reports/save-circular.ts'
import { startCircular } from '../../src/reports/start-circular.ts'
import { NO_RECORD, type World } from '../support/world.ts'
import type { Request, RouteCase, RouteTable, Row } from './route-case.ts'

const words = { title: 'Plans', strong: 'Visits are on time.', change: '', next: '' }

const draft = async (world: World) => {
  const circularId = await startCircular(world.context(), {
    theme: 'cp_plan',
    from: '2026-01-01',
    to: '2026-03-31',
  })
  await saveCircular(world.context(), { circularId, words, looks: [], revision: 1 })
  return circularId
}

const issued = async (world: World) => {
  const circularId = await draft(world)
  await issueCircular(world.context(), { circularId, revision: 2 })
  return circularId
}

const of =
  (
    make: (world: World) => Promise<string>,
    place: string,
    fields?: Request['fields']
  ): RouteCase['ask'] =>
  async (world, _asker, record) => {
    const made = record === 'foreign' ? draft : make
    const id = record === 'missing' ? NO_RECORD : await made(world)
    return { path: `/reports/circulars/${id}${place}`, ...(fields ? { fields } : {}) }
  }

//                    adm  qa   mgr  iro  irm  pra  sen  par  visitor
const read: Row = [403, 200, 200, 200, 200, 200, 200, 403, 303]
const readByLead: Row = [403, 200, 404, 404, 404, 404, 404, 403, 303]
const notRead: Row = [403, 404, 404, 404, 404, 404, 404, 403, 303]
const shown: Row = [403, 200, 403, 403, 403, 403, 403, 403, 303]
const notShown: Row = [403, 404, 403, 403, 403, 403, 403, 403, 303]
const done: Row = [403, 303, 403, 403, 403, 403, 403, 403, 401]
const notDone: Row = [403, 404, 403, 403, 403, 403, 403, 403, 401]
/** Nothing is chosen, since nothing was found. */
const faulty: Row = [403, 422, 403, 403, 403, 403, 403, 403, 401]

const reading = { own: read, foreign: readByLead, missing: notRead }
const writing = { own: shown, missing: notShown }
const posting = { own: done, missing: notDone }

export const circularRoutes: RouteTable = {
  'GET /reports/circulars': {
    ask: () => ({ path: '/reports/circulars' }),
    expect: { none: read },
  },
  'GET /reports/circulars/new': {
    ask: () => ({ path: '/reports/circulars/new' }),
    expect: { none: shown },
  },
  'POST /reports/circulars/new': {
    ask: () => ({
      path: '/reports/circulars/new',
      fields: { theme: 'cp_plan', period: 'year' },
    }),
    expect: { none: done },
  },
  'GET /reports/circulars/:id': { ask: of(issued, ''), expect: reading },
  'GET /reports/circulars/:id/circular.docx': {
    ask: of(issued, '/circular.docx'),
    expect: reading,
  },
  'GET /reports/circulars/:id/withdraw': { ask: of(issued, '/withdraw'), expect: writing },
  'POST /reports/circulars/:id/withdraw': { ask: of(issued, '/withdraw', {}), expect: posting },
  'GET /reports/circulars/:id/write': { ask: of(draft, '/write'), expect: writing },
  'POST /reports/circulars/:id/words': {
    ask: of(draft, '/words', { ...words, change: 'Say what will happen.', revision: '2' }),
    expect: posting,
  },
  'GET /reports/circulars/:id/findings': { ask: of(draft, '/findings'), expect: writing },
  'POST /reports/circulars/:id/findings': {
    ask: of(draft, '/findings', {}),
    expect: { own: faulty, missing: notDone },
  },
  'GET /reports/circulars/:id/publish': { ask: of(draft, '/publish'), expect: writing },
  'POST /reports/circulars/:id/publish': {
    ask: of(draft, '/publish', { revision: '2' }),
    expect: posting,
  },
  'GET /reports/circulars/:id/discard': { ask: of(draft, '/discard'), expect: writing },
  'POST /reports/circulars/:id/discard': { ask: of(draft, '/discard', {}), expect: posting },
}
