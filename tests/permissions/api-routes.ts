/**
 * Expected answers of the API: a session opens none of its lists, whoever has it (what tokens open is in tests/api); its
 * documentation is everybody's, and tokens are the administrator's to make. Every token is: there is no foreign one.
 */
import { addToken } from '../../src/api/add-token.ts'
import { NO_RECORD } from '../support/world.ts'
import type { RouteCase, RouteTable, Row } from './route-case.ts'

//                     adm  qa   mgr  iro  irm  pra  sen  par  visitor
const program: Row = [401, 401, 401, 401, 401, 401, 401, 401, 401]
const anybody: Row = [200, 200, 200, 200, 200, 200, 200, 200, 200]
const page: Row = [200, 403, 403, 403, 403, 403, 403, 403, 303]
const pageMissing: Row = [404, 403, 403, 403, 403, 403, 403, 403, 303]
const made: Row = [200, 403, 403, 403, 403, 403, 403, 403, 401]
const saved: Row = [303, 403, 403, 403, 403, 403, 403, 403, 401]
const postMissing: Row = [404, 403, 403, 403, 403, 403, 403, 403, 401]

const list = (name: string): RouteTable => ({
  [`GET /api/v1/${name}`]: {
    ask: () => ({ path: `/api/v1/${name}` }),
    expect: { none: program },
  },
})

const ofToken = (expect: RouteCase['expect'], fields?: Record<string, string>): RouteCase => ({
  ask: async (world, _asker, record) => {
    const sent = fields ? { fields } : {}
    if (record === 'missing') return { path: `/admin/tokens/${NO_RECORD}/revoke`, ...sent }
    const { id } = await addToken(world.context(), {
      name: `Program ${world.deps.ids()}`,
      scopes: ['results'],
      expiresOn: null,
    })
    return { path: `/admin/tokens/${id}/revoke`, ...sent }
  },
  expect,
})

export const apiRoutes: RouteTable = {
  ...list('distributions'),
  ...list('measures'),
  ...list('audits'),
  ...list('actions'),
  ...list('alerts'),
  ...list('openapi.json'),
  'GET /api': { ask: () => ({ path: '/api' }), expect: { none: anybody } },
  'GET /api/openapi.json': {
    ask: () => ({ path: '/api/openapi.json' }),
    expect: { none: anybody },
  },
  'GET /admin/tokens': { ask: () => ({ path: '/admin/tokens' }), expect: { none: page } },
  'GET /admin/tokens/new': { ask: () => ({ path: '/admin/tokens/new' }), expect: { none: page } },
  'POST /admin/tokens/new': {
    ask: (world) => ({
      path: '/admin/tokens/new',
      fields: {
        name: `Program ${world.deps.ids()}`,
        scope: 'results',
        'expires-day': '31',
        'expires-month': '12',
        'expires-year': '2026',
      },
    }),
    expect: { none: made },
  },
  'GET /admin/tokens/:id/revoke': ofToken({ own: page, missing: pageMissing }),
  'POST /admin/tokens/:id/revoke': ofToken({ own: saved, missing: postMissing }, {}),
}
