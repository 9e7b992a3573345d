/**
 * Expected answers of the search. Own: the page of somebody of the person's own team. Foreign: of somebody of another
 * service, whom only a QA lead and an administrator may ask about.
 */
import { NO_RECORD } from '../support/world.ts'
import type { RouteTable } from './route-case.ts'

export const findRoutes: RouteTable = {
  'GET /find': {
    ask: (world, _asker, record) => {
      const people = {
        none: undefined,
        own: world.people.practitioner,
        foreign: world.strangerId,
        missing: NO_RECORD,
      }
      const personId = people[record]
      return { path: personId ? `/find?person=${personId}` : '/find?q=4417' }
    },
    expect: {
      //     adm  qa   mgr  iro  irm  pra  sen  par  visitor
      none: [200, 200, 200, 200, 200, 200, 200, 200, 303],
      own: [200, 200, 200, 404, 200, 404, 200, 404, 303],
      foreign: [200, 200, 404, 404, 404, 404, 404, 404, 303],
      missing: [404, 404, 404, 404, 404, 404, 404, 404, 303],
    },
  },
}
