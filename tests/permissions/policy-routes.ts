/**
 * Expected answers of the lists that an administrator keeps for the whole council: closure days, categories of concern,
 * stages of a dispute. They are nobody's own, so there is no foreign record: own is one that is there.
 */
import { addClosureDay } from '../../src/settings/add-closure-day.ts'
import type { RouteTable, Row } from './route-case.ts'

//                        adm  qa   mgr  iro  irm  pra  sen  par  visitor
const list: Row = [200, 403, 403, 403, 403, 403, 403, 403, 303]
const pageMissing: Row = [404, 403, 403, 403, 403, 403, 403, 403, 303]
const saved: Row = [303, 403, 403, 403, 403, 403, 403, 403, 401]
const postMissing: Row = [404, 403, 403, 403, 403, 403, 403, 403, 401]

export const policyRoutes: RouteTable = {
  'GET /admin/closure-days': {
    ask: () => ({ path: '/admin/closure-days' }),
    expect: { none: list },
  },
  'POST /admin/closure-days': {
    ask: () => ({
      path: '/admin/closure-days',
      fields: {
        'date-day': '24',
        'date-month': '12',
        'date-year': '2026',
        why: 'Christmas Eve',
      },
    }),
    expect: { none: saved },
  },
  'GET /admin/closure-days/:date/remove': {
    ask: async (world, asker, record) => {
      if (record === 'own' && asker.column === 'administrator') {
        await addClosureDay(world.context(), { date: '2026-12-29', why: 'Closed' })
      }
      return { path: `/admin/closure-days/2026-12-${record === 'own' ? '29' : '30'}/remove` }
    },
    expect: { own: list, missing: pageMissing },
  },
  'POST /admin/closure-days/:date/remove': {
    ask: async (world, asker, record) => {
      if (record === 'own' && asker.column === 'administrator') {
        await addClosureDay(world.context(), { date: '2026-12-31', why: 'Closed' })
      }
      return {
        path: `/admin/closure-days/2026-12-${record === 'own' ? '31' : '30'}/remove`,
        fields: {},
      }
    },
    expect: { own: saved, missing: postMissing },
  },
}
