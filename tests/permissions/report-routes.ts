/**
 * Expected answers of reports: drafting, freezing and taking out are the QA lead's; a senior leader reads and takes out
 * frozen reports for inside. Own: a frozen report of the whole council. Foreign: one for outside the council.
 */
import { freezeReport } from '../../src/reports/freeze-report.ts'
import { findReport } from '../../src/reports/report-store.ts'
import { startReport } from '../../src/reports/start-report.ts'
import { NO_RECORD, type World } from '../support/world.ts'
import type { Request, RouteCase, RouteTable, Row } from './route-case.ts'

const draft = (world: World, audience: 'internal' | 'external' = 'internal') =>
  startReport(world.context(), {
    title: 'A report',
    audience,
    from: '2026-01-01',
    to: '2026-03-31',
    teamId: null,
    status: null,
    kind: null,
    chapters: ['summary', 'practice'],
  })

const frozen = async (world: World, audience: 'internal' | 'external') => {
  const reportId = await draft(world, audience)
  const report = await findReport(world.db, reportId)
  const revision = report?.revision ?? 0
  const overlapReason = 'Each role asks for another one of the same days'
  await freezeReport(world.context(), { reportId, council: 'Aldermere', revision, overlapReason })
  return reportId
}

const ofDraft =
  (place: string, fields?: Request['fields']): RouteCase['ask'] =>
  async (world, _asker, record) => {
    const id = record === 'missing' ? NO_RECORD : await draft(world)
    return { path: `/reports/${id}${place}`, ...(fields ? { fields } : {}) }
  }

const ofFrozen =
  (place: string, fields?: Request['fields']): RouteCase['ask'] =>
  async (world, _asker, record) => {
    const id =
      record === 'missing'
        ? NO_RECORD
        : await frozen(world, record === 'foreign' ? 'external' : 'internal')
    return { path: `/reports/${id}${place}`, ...(fields ? { fields } : {}) }
  }

const settings = {
  period: '2026-01-01',
  audience: 'internal',
  chapters: ['summary'],
  title: 'Another',
  revision: '1',
}

//                    adm  qa   mgr  iro  irm  pra  sen  par  visitor
const listed: Row = [403, 200, 403, 403, 403, 403, 200, 403, 303]
const shown: Row = [403, 200, 403, 403, 403, 403, 403, 403, 303]
const notShown: Row = [403, 404, 403, 403, 403, 403, 403, 403, 303]
const read: Row = [403, 200, 403, 403, 403, 403, 200, 403, 303]
const readByLead: Row = [403, 200, 403, 403, 403, 403, 404, 403, 303]
const notRead: Row = [403, 404, 403, 403, 403, 403, 404, 403, 303]
const done: Row = [403, 303, 403, 403, 403, 403, 403, 403, 401]
const notDone: Row = [403, 404, 403, 403, 403, 403, 403, 403, 401]

const writing = { own: shown, missing: notShown }
const posting = { own: done, missing: notDone }

export const reportRoutes: RouteTable = {
  'GET /reports': { ask: () => ({ path: '/reports' }), expect: { none: listed } },
  'GET /reports/exports': { ask: () => ({ path: '/reports/exports' }), expect: { none: shown } },
  'GET /reports/new': { ask: () => ({ path: '/reports/new' }), expect: { none: shown } },
  'POST /reports/new': {
    ask: () => ({ path: '/reports/new', fields: settings }),
    expect: { none: done },
  },
  'GET /reports/:id/write': { ask: ofDraft('/write'), expect: writing },
  'POST /reports/:id/words': {
    ask: ofDraft('/words', { place: 'summary/summary', narrative: 'Better.', revision: '0' }),
    expect: posting,
  },
  'GET /reports/:id/settings': { ask: ofDraft('/settings'), expect: writing },
  'POST /reports/:id/settings': { ask: ofDraft('/settings', settings), expect: posting },
  'GET /reports/:id/freeze': { ask: ofDraft('/freeze'), expect: writing },
  'POST /reports/:id/freeze': { ask: ofDraft('/freeze', { revision: '1' }), expect: posting },
  'GET /reports/:id/discard': { ask: ofDraft('/discard'), expect: writing },
  'POST /reports/:id/discard': { ask: ofDraft('/discard', {}), expect: posting },
  'GET /reports/:id': {
    ask: ofFrozen(''),
    expect: { own: read, foreign: readByLead, missing: notRead },
  },
  'GET /reports/:id/files/:file': {
    ask: ofFrozen('/files/report.json'),
    expect: { own: read, foreign: readByLead, missing: notRead },
  },
  'GET /reports/:id/reissue': { ask: ofFrozen('/reissue'), expect: writing },
  'POST /reports/:id/reissue': {
    ask: ofFrozen('/reissue', { reason: 'A round was imported late' }),
    expect: posting,
  },
}
