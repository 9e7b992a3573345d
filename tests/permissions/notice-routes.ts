/** Expected answers of notices and settings. Own: sent to the person who asks. Foreign: sent to somebody else. */

import { addNotice } from '../support/notice-builders.ts'
import { NO_RECORD } from '../support/world.ts'
import type { RouteCase, RouteTable, Row } from './route-case.ts'

//                    adm  qa   mgr  iro  irm  pra  sen  par  visitor
const save: Row = [303, 303, 303, 303, 303, 303, 303, 303, 401]
const unknown: Row = [404, 404, 404, 404, 404, 404, 404, 404, 401]

const at = (place: string): RouteCase => ({
  ask: async (world, asker, record) => {
    if (record === 'missing') return { path: `/notices/${NO_RECORD}${place}` }
    const personId = record === 'own' ? asker.personId : undefined
    return {
      path: `/notices/${await addNotice(world.context(), personId ?? world.strangerId)}${place}`,
    }
  },
  expect: {
    own: save,
    foreign: unknown,
    missing: unknown,
  },
})

const administrator: Row = [200, 403, 403, 403, 403, 403, 403, 403, 303]

export const noticeRoutes: RouteTable = {
  'GET /admin/settings': {
    ask: () => ({ path: '/admin/settings' }),
    expect: { none: administrator },
  },
  'POST /admin/settings/:key': {
    ask: (_world, _asker, record) => ({
      path: `/admin/settings/${record === 'own' ? 'due_soon_days' : 'none'}`,
      fields: { value: '3', revision: '0' },
    }),
    expect: {
      own: [303, 403, 403, 403, 403, 403, 403, 403, 401],
      missing: [404, 403, 403, 403, 403, 403, 403, 403, 401],
    },
  },
  'GET /notices': {
    ask: () => ({ path: '/notices' }),
    expect: { none: [200, 200, 200, 200, 200, 200, 200, 200, 303] },
  },
  'POST /notices/:id/open': at('/open'),
  'POST /notices/:id/read': at('/read'),
  'POST /notices/:id/unread': at('/unread'),
  'POST /notices/all-read': {
    ask: () => ({ path: '/notices/all-read' }),
    expect: { none: save },
  },
  'POST /notices/undo-all-read': {
    ask: () => ({ path: '/notices/undo-all-read', fields: { at: '2026-01-12T09:00:00.000Z' } }),
    expect: { none: save },
  },
}
