/** Expected answers of sign-in, account, health and the rubrics: open to all or to everybody signed in. */

import { assetUrl } from '../../src/http/assets.ts'
import { makeCalendarAddress } from '../../src/people/make-calendar-address.ts'
import { makePasswordLink } from '../../src/people/make-password-link.ts'
import type { RouteTable } from './route-case.ts'

export const peopleRoutes: RouteTable = {
  //                     adm  qa   mgr  iro  irm  pra  sen  par  visitor
  'GET /assets/:name': {
    ask: (_world, _asker, record) => ({
      path: record === 'own' ? assetUrl('plumbline.css') : '/assets/none.css',
    }),
    expect: {
      own: [200, 200, 200, 200, 200, 200, 200, 200, 200],
      missing: [404, 404, 404, 404, 404, 404, 404, 404, 404],
    },
  },
  'GET /health': {
    ask: () => ({ path: '/health' }),
    expect: { none: [200, 200, 200, 200, 200, 200, 200, 200, 200] },
  },
  'GET /ready': {
    ask: () => ({ path: '/ready' }),
    expect: { none: [200, 200, 200, 200, 200, 200, 200, 200, 200] },
  },
  'GET /session': {
    ask: () => ({ path: '/session' }),
    expect: { none: [200, 200, 200, 200, 200, 200, 200, 200, 401] },
  },
  'GET /sign-in': {
    ask: () => ({ path: '/sign-in' }),
    expect: { none: [303, 303, 303, 303, 303, 303, 303, 303, 200] },
  },
  'POST /sign-in': {
    ask: () => ({ path: '/sign-in', fields: { email: '', password: '' } }),
    expect: { none: [422, 422, 422, 422, 422, 422, 422, 422, 422] },
  },
  'POST /sign-out': {
    ask: () => ({ path: '/sign-out' }),
    expect: { none: [303, 303, 303, 303, 303, 303, 303, 303, 401] },
  },
  'GET /account': {
    ask: () => ({ path: '/account' }),
    expect: { none: [200, 200, 200, 200, 200, 200, 200, 200, 303] },
  },
  // The link itself is the key: whoever holds it sets the password of the person it was made for.
  'GET /set-password/:token': {
    ask: async (world, _asker, record) => ({
      path:
        record === 'own'
          ? (await makePasswordLink(world.context(), world.strangerId)).path
          : '/set-password/none',
    }),
    expect: {
      own: [200, 200, 200, 200, 200, 200, 200, 200, 200],
      missing: [409, 409, 409, 409, 409, 409, 409, 409, 409],
    },
  },
  'POST /set-password/:token': {
    ask: async (world, _asker, record) => ({
      path:
        record === 'own'
          ? (await makePasswordLink(world.context(), world.strangerId)).path
          : '/set-password/none',
      fields: { password: 'too short', again: 'too short' },
    }),
    expect: {
      own: [422, 422, 422, 422, 422, 422, 422, 422, 422],
      missing: [409, 409, 409, 409, 409, 409, 409, 409, 409],
    },
  },
  'GET /': {
    ask: () => ({ path: '/' }),
    expect: { none: [200, 200, 200, 200, 200, 200, 200, 200, 303] },
  },
  'GET /account/calendar': {
    ask: () => ({ path: '/account/calendar' }),
    expect: { none: [200, 200, 200, 200, 200, 200, 200, 200, 303] },
  },
  'GET /account/calendar/renew': {
    ask: () => ({ path: '/account/calendar/renew' }),
    expect: { none: [200, 200, 200, 200, 200, 200, 200, 200, 303] },
  },
  'GET /account/calendar/remove': {
    ask: () => ({ path: '/account/calendar/remove' }),
    expect: { none: [200, 200, 200, 200, 200, 200, 200, 200, 303] },
  },
  'POST /account/calendar': {
    ask: () => ({ path: '/account/calendar' }),
    expect: { none: [200, 200, 200, 200, 200, 200, 200, 200, 401] },
  },
  'POST /account/calendar/remove': {
    ask: () => ({ path: '/account/calendar/remove' }),
    expect: { none: [303, 303, 303, 303, 303, 303, 303, 303, 401] },
  },
  // The address itself is the key: a calendar program cannot sign in.
  'GET /calendar/:file': {
    ask: async (world, _asker, record) => ({
      path:
        record === 'own'
          ? await makeCalendarAddress(world.context(), world.strangerId)
          : '/calendar/none.ics',
    }),
    expect: {
      own: [200, 200, 200, 200, 200, 200, 200, 200, 200],
      missing: [404, 404, 404, 404, 404, 404, 404, 404, 404],
    },
  },
  'GET /rubrics': {
    ask: () => ({ path: '/rubrics' }),
    expect: { none: [200, 200, 200, 200, 200, 200, 200, 200, 303] },
  },
  'GET /rubrics/:key/:version': {
    ask: (_world, _asker, record) => ({
      path: record === 'own' ? '/rubrics/cp_plan/1' : '/rubrics/cp_plan/99',
    }),
    expect: {
      own: [200, 200, 200, 200, 200, 200, 200, 200, 303],
      missing: [404, 404, 404, 404, 404, 404, 404, 404, 303],
    },
  },
}
