/**
 * Expected answers of a case's pages. Own: a case of the person's team that the practitioner works and the IRO reviews.
 * Foreign: a case of another service that nobody reviews.
 */
import { addCaseWith } from '../support/round-builders.ts'
import { NO_RECORD, type World } from '../support/world.ts'
import type { RecordKind, RouteCase, RouteTable } from './route-case.ts'

const makeCase = (world: World, record: RecordKind): Promise<string> =>
  record === 'own'
    ? addCaseWith(world.context(), {
        teamId: world.teamId,
        workerId: world.people.practitioner,
        iroId: world.people.iro,
      })
    : addCaseWith(world.context(), { teamId: world.otherTeamId })

const below = (place: string, expect: RouteCase['expect']): RouteCase => ({
  ask: async (world, _asker, record) => ({
    path: `/cases/${record === 'missing' ? NO_RECORD : await makeCase(world, record)}${place}`,
  }),
  expect,
})

/** A practitioner reads what is shared with them, which is never known to be all. */
const copy: RouteCase['expect'] = {
  //    adm  qa   mgr  iro  irm  pra  sen  par  visitor
  own: [403, 200, 200, 200, 200, 403, 200, 403, 303],
  foreign: [403, 200, 404, 404, 404, 403, 404, 403, 303],
  missing: [403, 404, 404, 404, 404, 403, 404, 403, 303],
}

export const caseRoutes: RouteTable = {
  'GET /cases/:id': below('', {
    //        adm  qa   mgr  iro  irm  pra  sen  par  visitor
    own: [403, 200, 200, 200, 200, 200, 200, 403, 303],
    foreign: [403, 200, 404, 404, 404, 404, 404, 403, 303],
    missing: [403, 404, 404, 404, 404, 404, 404, 403, 303],
  }),
  'GET /cases/:id/copy': below('/copy', copy),
  'GET /cases/:id/copy.docx': below('/copy.docx', copy),
}
