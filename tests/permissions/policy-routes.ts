/**
 * Expected answers of the lists that an administrator keeps for the whole council: closure days, categories of concern,
 * stages of a dispute. They are nobody's own, so there is no foreign record: own is one that is there.
 */
import { addCategory } from '../../src/alerts/add-category.ts'
import { addClosureDay } from '../../src/settings/add-closure-day.ts'
import { NO_RECORD } from '../support/world.ts'
import type { Request, RouteCase, RouteTable, Row } from './route-case.ts'

//                        adm  qa   mgr  iro  irm  pra  sen  par  visitor
const list: Row = [200, 403, 403, 403, 403, 403, 403, 403, 303]
const pageMissing: Row = [404, 403, 403, 403, 403, 403, 403, 403, 303]
const saved: Row = [303, 403, 403, 403, 403, 403, 403, 403, 401]
const postMissing: Row = [404, 403, 403, 403, 403, 403, 403, 403, 401]

/** A page or form below a category's address. */
const ofCategory = (
  place: string,
  expect: RouteCase['expect'],
  fields?: Request['fields']
): RouteCase => ({
  ask: async (world, _asker, record) => {
    const sent = fields ? { fields } : {}
    const id =
      record === 'own'
        ? await addCategory(world.context(), { label: `Concern ${world.deps.ids()}` })
        : NO_RECORD
    return { path: `/admin/concern-categories/${id}${place}`, ...sent }
  },
  expect,
})

const page = { own: list, missing: pageMissing }
const save = { own: saved, missing: postMissing }

export const policyRoutes: RouteTable = {
  'GET /admin/concern-categories': {
    ask: () => ({ path: '/admin/concern-categories' }),
    expect: { none: list },
  },
  'POST /admin/concern-categories': {
    ask: () => ({
      path: '/admin/concern-categories',
      fields: { label: 'Handover between teams' },
    }),
    expect: { none: saved },
  },
  'GET /admin/concern-categories/:id/rename': ofCategory('/rename', page),
  'POST /admin/concern-categories/:id/rename': ofCategory('/rename', save, {
    label: 'Said better',
    revision: '1',
  }),
  'POST /admin/concern-categories/:id/move': ofCategory('/move', save, { to: 'up' }),
  'GET /admin/concern-categories/:id/retire': ofCategory('/retire', page),
  'POST /admin/concern-categories/:id/retire': ofCategory('/retire', save, {}),
  'POST /admin/concern-categories/:id/restore': ofCategory('/restore', save, {}),
  'GET /admin/dispute-stages': {
    ask: () => ({ path: '/admin/dispute-stages' }),
    expect: { none: list },
  },
  'POST /admin/dispute-stages': {
    ask: () => ({
      path: '/admin/dispute-stages',
      fields: { number: '1', 'name-1': 'Head of service', 'days-1': '10', 'level-1': '3' },
    }),
    expect: { none: saved },
  },
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
