/**
 * Expected answers of the results. Own: narrowed to the person's own team. Foreign: to a team of another service. Which
 * audits behind a figure are listed has a table of its own: read-submitted.test.ts.
 */
import { openAudit } from '../support/round-builders.ts'
import { NO_RECORD } from '../support/world.ts'
import type { RouteCase, RouteTable } from './route-case.ts'

const narrowed =
  (path: string): RouteCase['ask'] =>
  (world, _asker, record) => {
    if (record === 'none') return { path }
    const teams = { own: world.teamId, foreign: world.otherTeamId, missing: NO_RECORD }
    return { path: `${path}?team=${teams[record]}` }
  }

export const resultsRoutes: RouteTable = {
  'GET /results': {
    ask: narrowed('/results'),
    expect: {
      //     adm  qa   mgr  iro  irm  pra  sen  par  visitor
      none: [403, 200, 200, 200, 200, 200, 200, 403, 303],
      own: [403, 200, 200, 200, 200, 404, 200, 403, 303],
      foreign: [403, 200, 404, 200, 200, 404, 404, 403, 303],
      missing: [403, 404, 404, 404, 404, 404, 404, 403, 303],
    },
  },
  'GET /results.csv': {
    ask: narrowed('/results.csv'),
    expect: {
      //     adm  qa   mgr  iro  irm  pra  sen  par  visitor
      none: [403, 200, 200, 200, 200, 403, 200, 403, 303],
      own: [403, 200, 200, 200, 200, 403, 200, 403, 303],
      foreign: [403, 200, 404, 200, 200, 403, 404, 403, 303],
      missing: [403, 404, 404, 404, 404, 403, 404, 403, 303],
    },
  },
  'GET /results/audits': {
    ask: async (world, _asker, record) => {
      if (record === 'missing') return { path: `/results/audits?round=${NO_RECORD}` }
      const { roundId } = await openAudit(world.context())
      const teams = { none: '', own: world.teamId, foreign: world.otherTeamId }
      return { path: `/results/audits?round=${roundId}&team=${teams[record]}` }
    },
    expect: {
      //     adm  qa   mgr  iro  irm  pra  sen  par  visitor
      none: [403, 200, 200, 200, 200, 200, 200, 403, 303],
      own: [403, 200, 200, 200, 200, 404, 200, 403, 303],
      foreign: [403, 200, 404, 200, 200, 404, 404, 403, 303],
      missing: [403, 404, 404, 404, 404, 404, 404, 403, 303],
    },
  },
}
