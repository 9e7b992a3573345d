/** Expected answers of midway checks, by whose case it is. */
import { addCase } from '../../src/cases/add-case.ts'
import { NO_RECORD } from '../support/world.ts'
import type { Request, RouteCase, RouteTable } from './route-case.ts'

let cases = 0

const nextCase = (): number => {
  cases += 1
  return cases
}

/** Own: a case that the IRO reviews. Foreign: one that nobody reviews. */
const checkOf = (fields: Request['fields'], expect: RouteCase['expect']): RouteCase => ({
  ask: async (world, _asker, record) => {
    const id =
      record === 'missing'
        ? NO_RECORD
        : await addCase(world.context(), {
            reference: `M-${nextCase()}`,
            serviceStatus: 'care',
            teamId: world.otherTeamId,
            ...(record === 'own' ? { iroId: world.people.iro } : {}),
          })
    return { path: `/cases/${id}/midway-check`, ...(fields ? { fields } : {}) }
  },
  expect,
})

const check = {
  'checked-day': '9',
  'checked-month': '1',
  'checked-year': '2026',
  progress: 'on_track',
  words: 'The plan is being carried out.',
}

export const midwayRoutes: RouteTable = {
  'GET /midway-checks': {
    ask: () => ({ path: '/midway-checks' }),
    expect: { none: [403, 403, 403, 200, 200, 403, 403, 403, 303] },
  },
  'GET /cases/:id/midway-check': checkOf(undefined, {
    own: [403, 403, 403, 200, 200, 403, 403, 403, 303],
    foreign: [403, 403, 403, 404, 404, 403, 403, 403, 303],
    missing: [403, 403, 403, 404, 404, 403, 403, 403, 303],
  }),
  'POST /cases/:id/midway-check': checkOf(check, {
    own: [403, 403, 403, 303, 303, 403, 403, 403, 401],
    foreign: [403, 403, 403, 404, 404, 403, 403, 403, 401],
    missing: [403, 403, 403, 404, 404, 403, 403, 403, 401],
  }),
}
