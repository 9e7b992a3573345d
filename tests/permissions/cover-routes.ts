/** Expected answers of cover while away. Own: the asker is away. Foreign: a manager is, who is nobody's to see to but an administrator's. */
import { insertCover } from '../../src/people/cover-store.ts'
import { addPersonWith } from '../support/builders.ts'
import { NO_RECORD, type World } from '../support/world.ts'
import type { RouteCase, RouteTable, Row } from './route-case.ts'

//                                adm  qa   mgr  iro  irm  pra  sen  par  visitor
const everybody: Row = [200, 200, 200, 200, 200, 200, 200, 200, 303]
const administrator: Row = [200, 403, 403, 403, 403, 403, 403, 403, 303]
const administratorSaves: Row = [303, 403, 403, 403, 403, 403, 403, 403, 401]
const pageMissing: Row = [404, 403, 403, 403, 403, 403, 403, 403, 303]
const postMissing: Row = [404, 403, 403, 403, 403, 403, 403, 403, 401]

const away = {
  'fromOn-day': '2',
  'fromOn-month': '2',
  'fromOn-year': '2026',
  'toOn-day': '13',
  'toOn-month': '2',
  'toOn-year': '2026',
}

const addCover = async (world: World, personId: string): Promise<string> => {
  const id = world.deps.ids()
  await insertCover(world.db, {
    id,
    personId,
    coverId: world.strangerId,
    fromOn: '2026-03-02',
    toOn: '2026-03-06',
    now: world.context().now,
    by: null,
  })
  return id
}

const end = (expect: RouteCase['expect'], fields?: Record<string, string>): RouteCase => ({
  ask: async (world, asker, record) => {
    const sent = fields ? { fields } : {}
    if (record === 'missing') return { path: `/cover/${NO_RECORD}/end`, ...sent }
    const personId =
      record === 'own'
        ? (asker.personId ?? world.people.iro)
        : await addPersonWith(world.context(), { roles: ['manager'] })
    return { path: `/cover/${await addCover(world, personId)}/end`, ...sent }
  },
  expect,
})

export const coverRoutes: RouteTable = {
  'GET /account/cover': {
    ask: () => ({ path: '/account/cover' }),
    expect: { none: everybody },
  },
  // Who raises and answers no alerts has nothing to cover.
  'POST /account/cover': {
    ask: (world) => ({
      path: '/account/cover',
      fields: { coverId: world.strangerId, ...away },
    }),
    expect: { none: [422, 303, 303, 303, 303, 303, 303, 422, 401] },
  },
  'GET /admin/people/:id/cover': {
    ask: (world, _asker, record) => ({
      path: `/admin/people/${record === 'own' ? world.people.iro : NO_RECORD}/cover`,
    }),
    expect: { own: administrator, missing: pageMissing },
  },
  'POST /admin/people/:id/cover': {
    ask: async (world, _asker, record) => {
      const id = await addPersonWith(world.context(), { roles: ['iro'] })
      return {
        path: `/admin/people/${record === 'own' ? id : NO_RECORD}/cover`,
        fields: { coverId: world.strangerId, ...away },
      }
    },
    expect: { own: administratorSaves, missing: postMissing },
  },
  'GET /cover': {
    ask: () => ({ path: '/cover' }),
    expect: { none: [403, 403, 403, 403, 200, 403, 403, 403, 303] },
  },
  'POST /cover': {
    ask: async (world) => ({
      path: '/cover',
      fields: {
        personId: await addPersonWith(world.context(), { roles: ['iro'] }),
        coverId: world.strangerId,
        ...away,
      },
    }),
    expect: { none: [403, 403, 403, 403, 303, 403, 403, 403, 401] },
  },
  'GET /cover/:id/end': end({
    own: everybody,
    foreign: [200, 404, 404, 404, 404, 404, 404, 404, 303],
    missing: [404, 404, 404, 404, 404, 404, 404, 404, 303],
  }),
  'POST /cover/:id/end': end(
    {
      own: [303, 303, 303, 303, 303, 303, 303, 303, 401],
      foreign: [303, 404, 404, 404, 404, 404, 404, 404, 401],
      missing: [404, 404, 404, 404, 404, 404, 404, 404, 401],
    },
    {}
  ),
}
