/**
 * Expected answers of figures of alerts. Own: narrowed to the person's own team. Foreign: to a team of another service, which
 * answers as one that is not there, save for those whose own alerts may be of any team.
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

const expected: RouteCase['expect'] = {
  //     adm  qa   mgr  iro  irm  pra  sen  par  visitor
  none: [403, 200, 200, 200, 200, 403, 200, 403, 303],
  own: [403, 200, 200, 200, 200, 403, 200, 403, 303],
  foreign: [403, 200, 422, 200, 200, 403, 422, 403, 303],
  missing: [403, 422, 422, 422, 422, 403, 422, 403, 303],
}

export const alertFigureRoutes: RouteTable = {
  'GET /alerts/figures': { ask: narrowed('/alerts/figures'), expect: expected },
  'GET /alerts/figures.csv': { ask: narrowed('/alerts/figures.csv'), expect: expected },
}
