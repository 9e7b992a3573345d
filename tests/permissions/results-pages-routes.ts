/**
 * Expected answers of the pages of results over several rounds. Own: narrowed to the person's own team. Foreign: to a team
 * of another service, which answers as one that is not there: the page says so beside the filter.
 */
import { NO_RECORD } from '../support/world.ts'
import type { RouteCase, RouteTable } from './route-case.ts'

const narrowed =
  (path: string): RouteCase['ask'] =>
  (world, _asker, record) => {
    if (record === 'none') return { path }
    const teams = { own: world.teamId, foreign: world.otherTeamId, missing: NO_RECORD }
    return { path: `${path}?team=${teams[record]}` }
  }

/** The page itself, and its table as a file. */
const pageAndFile = (path: string): RouteTable => ({
  [`GET ${path}`]: {
    ask: narrowed(path),
    expect: {
      //     adm  qa   mgr  iro  irm  pra  sen  par  visitor
      none: [403, 200, 200, 200, 200, 200, 200, 403, 303],
      own: [403, 200, 200, 200, 200, 422, 200, 403, 303],
      foreign: [403, 200, 422, 200, 200, 422, 422, 403, 303],
      missing: [403, 422, 422, 422, 422, 422, 422, 403, 303],
    },
  },
  [`GET ${path}.csv`]: {
    ask: narrowed(`${path}.csv`),
    expect: {
      //     adm  qa   mgr  iro  irm  pra  sen  par  visitor
      none: [403, 200, 200, 200, 200, 403, 200, 403, 303],
      own: [403, 200, 200, 200, 200, 403, 200, 403, 303],
      foreign: [403, 200, 422, 200, 200, 403, 422, 403, 303],
      missing: [403, 422, 422, 422, 422, 403, 422, 403, 303],
    },
  },
})

export const resultsPagesRoutes: RouteTable = {
  ...pageAndFile('/results/heat'),
  ...pageAndFile('/results/coverage'),
  'GET /results/coverage/audits': {
    ask: narrowed('/results/coverage/audits'),
    expect: {
      //     adm  qa   mgr  iro  irm  pra  sen  par  visitor
      none: [403, 200, 200, 200, 200, 200, 200, 403, 303],
      own: [403, 200, 200, 200, 200, 422, 200, 403, 303],
      foreign: [403, 200, 422, 200, 200, 422, 422, 403, 303],
      missing: [403, 422, 422, 422, 422, 422, 422, 403, 303],
    },
  },
  ...pageAndFile('/results/measures'),
  // Own: the practitioner of the team, who is the practitioner's own. Foreign: somebody of another service.
  'GET /results/people': {
    ask: (world, _asker, record) => {
      const people = { own: world.people.practitioner, foreign: world.strangerId }
      if (record === 'none') return { path: '/results/people' }
      return {
        path: `/results/people?person=${record === 'missing' ? NO_RECORD : people[record]}`,
      }
    },
    expect: {
      //     adm  qa   mgr  iro  irm  pra  sen  par  visitor
      none: [403, 200, 200, 200, 200, 200, 200, 200, 303],
      own: [403, 200, 200, 404, 404, 200, 200, 404, 303],
      foreign: [403, 200, 404, 404, 404, 404, 404, 404, 303],
      missing: [403, 404, 404, 404, 404, 404, 404, 404, 303],
    },
  },
  'GET /results/people/choose': {
    ask: () => ({ path: '/results/people/choose' }),
    //               adm  qa   mgr  iro  irm  pra  sen  par  visitor
    expect: { none: [403, 200, 200, 403, 200, 403, 200, 403, 303] },
  },
  'GET /results/overview': {
    ask: () => ({ path: '/results/overview' }),
    //               adm  qa   mgr  iro  irm  pra  sen  par  visitor
    expect: { none: [403, 200, 200, 200, 200, 200, 200, 403, 303] },
  },
  'GET /results/equality': {
    ask: () => ({ path: '/results/equality' }),
    //               adm  qa   mgr  iro  irm  pra  sen  par  visitor
    expect: { none: [403, 200, 200, 200, 200, 200, 200, 403, 303] },
  },
  'GET /results/equality.csv': {
    ask: () => ({ path: '/results/equality.csv' }),
    //               adm  qa   mgr  iro  irm  pra  sen  par  visitor
    expect: { none: [403, 200, 200, 200, 200, 403, 200, 403, 303] },
  },
  'GET /results/repeat-findings': {
    ask: narrowed('/results/repeat-findings'),
    expect: {
      //     adm  qa   mgr  iro  irm  pra  sen  par  visitor
      none: [403, 200, 200, 200, 200, 403, 200, 403, 303],
      own: [403, 200, 200, 200, 200, 403, 200, 403, 303],
      foreign: [403, 200, 422, 200, 200, 403, 422, 403, 303],
      missing: [403, 422, 422, 422, 422, 403, 422, 403, 303],
    },
  },
  'GET /results/repeat-findings.csv': {
    ask: narrowed('/results/repeat-findings.csv'),
    expect: {
      //     adm  qa   mgr  iro  irm  pra  sen  par  visitor
      none: [403, 200, 200, 200, 200, 403, 200, 403, 303],
      own: [403, 200, 200, 200, 200, 403, 200, 403, 303],
      foreign: [403, 200, 422, 200, 200, 403, 422, 403, 303],
      missing: [403, 422, 422, 422, 422, 403, 422, 403, 303],
    },
  },
}
