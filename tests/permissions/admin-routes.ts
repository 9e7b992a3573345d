/**
 * Expected answers of the administration's pages: the administrator's alone. Every account and team is an administrator's
 * to keep, so there is no foreign record: own is somebody of another service.
 */
import { closeTeam } from '../../src/admin/close-team.ts'
import { stageUpload } from '../../src/imports/stage-upload.ts'
import { deactivatePerson } from '../../src/people/deactivate-person.ts'
import { addPersonWith, addTeamWith } from '../support/builders.ts'
import { NO_RECORD, type World } from '../support/world.ts'
import type { Request, RouteCase, RouteTable, Row } from './route-case.ts'

//                        adm  qa   mgr  iro  irm  pra  sen  par  visitor
const list: Row = [200, 403, 403, 403, 403, 403, 403, 403, 303]
const pageMissing: Row = [404, 403, 403, 403, 403, 403, 403, 403, 303]
const made: Row = [200, 403, 403, 403, 403, 403, 403, 403, 401]
const saved: Row = [303, 403, 403, 403, 403, 403, 403, 403, 401]
const postMissing: Row = [404, 403, 403, 403, 403, 403, 403, 403, 401]

const page = { own: list, missing: pageMissing }
const save = { own: saved, missing: postMissing }

/** A page or form below an account's address. */
const ofPerson = (
  place: string,
  expect: RouteCase['expect'],
  fields?: Request['fields'],
  prepare: (world: World, personId: string) => Promise<unknown> = async () => undefined
): RouteCase => ({
  ask: async (world, _asker, record) => {
    const sent = fields ? { fields } : {}
    if (record === 'missing') return { path: `/admin/people/${NO_RECORD}${place}`, ...sent }
    const id = await addPersonWith(world.context(), { teamId: world.otherTeamId })
    await prepare(world, id)
    return { path: `/admin/people/${id}${place}`, ...sent }
  },
  expect,
})

async function* pieces() {
  yield new TextEncoder().encode('email,name,roles\nzoe@aldermere.example,Zoe Hart,iro')
}

/** A list of people that waits. */
const ofList = (place: string, expect: RouteCase['expect']): RouteCase => ({
  ask: async (world, _asker, record) => {
    if (record === 'missing') return { path: `/admin/people/import/${NO_RECORD}${place}` }
    const actor = { kind: 'user', id: world.people.administrator } as const
    const id = await stageUpload(
      { ...world.context(), actor },
      {
        purpose: 'people',
        upload: { fileName: 'people.csv', chunks: pieces() },
        mostBytes: 10_000,
      }
    )
    return { path: `/admin/people/import/${id}${place}` }
  },
  expect,
})

/** A page or form below a team's address. */
const ofTeam = (
  place: string,
  expect: RouteCase['expect'],
  fields?: Request['fields'],
  prepare: (world: World, teamId: string) => Promise<unknown> = async () => undefined
): RouteCase => ({
  ask: async (world, _asker, record) => {
    const sent = fields ? { fields } : {}
    if (record === 'missing') return { path: `/admin/teams/${NO_RECORD}${place}`, ...sent }
    const id = await addTeamWith(world.context(), { name: `Team ${world.deps.ids()}` })
    await prepare(world, id)
    return { path: `/admin/teams/${id}${place}`, ...sent }
  },
  expect,
})

const closing = { 'closedOn-day': '31', 'closedOn-month': '3', 'closedOn-year': '2026' }
const close = (world: World, teamId: string) =>
  closeTeam(world.context(), {
    teamId,
    closedOn: '2026-03-31',
    peopleTo: null,
    casesTo: null,
    isConfirmed: true,
  })

const leave = (world: World, personId: string) => deactivatePerson(world.context(), { personId })

const person = { name: 'Amara Osei', jobTitle: 'QA lead', roles: ['qa_lead'], teamId: '' }
const change = { ...person, email: 'amara.osei@aldermere.example', revision: '0' }

export const adminRoutes: RouteTable = {
  'GET /admin': { ask: () => ({ path: '/admin' }), expect: { none: list } },
  'GET /admin/people': { ask: () => ({ path: '/admin/people' }), expect: { none: list } },
  'GET /admin/people/new': { ask: () => ({ path: '/admin/people/new' }), expect: { none: list } },
  'POST /admin/people/new': {
    ask: (world) => ({
      path: '/admin/people/new',
      fields: { ...person, email: `${world.deps.ids()}@aldermere.example` },
    }),
    expect: { none: made },
  },
  'GET /admin/people/:id': ofPerson('', page),
  'GET /admin/people/:id/change': ofPerson('/change', page),
  // Revision 0 is nobody's: the administrator is shown both versions.
  'POST /admin/people/:id/change': ofPerson(
    '/change',
    { own: [409, 403, 403, 403, 403, 403, 403, 403, 401], missing: postMissing },
    change
  ),
  'POST /admin/people/:id/sessions': ofPerson('/sessions', save, { session: 'all' }),
  'POST /admin/people/:id/link': ofPerson('/link', { own: made, missing: postMissing }),
  'GET /admin/people/:id/deactivate': ofPerson('/deactivate', page),
  'POST /admin/people/:id/deactivate': ofPerson('/deactivate', save, {}),
  'GET /admin/people/:id/reactivate': ofPerson('/reactivate', page, undefined, leave),
  'POST /admin/people/:id/reactivate': ofPerson('/reactivate', save, {}, leave),
  'GET /admin/people/list.csv': {
    ask: () => ({ path: '/admin/people/list.csv' }),
    expect: { none: list },
  },
  'GET /admin/people/import': {
    ask: () => ({ path: '/admin/people/import' }),
    expect: { none: list },
  },
  'POST /admin/people/import': {
    ask: () => ({ path: '/admin/people/import', fields: { list: 'email,name,roles' } }),
    expect: { none: saved },
  },
  'GET /admin/people/import/:id': ofList('', page),
  'GET /admin/people/import/:id/faults.csv': ofList('/faults.csv', page),
  // Without the preview's fingerprint nothing is taken in.
  'POST /admin/people/import/:id': ofList('', {
    own: [409, 403, 403, 403, 403, 403, 403, 403, 401],
    missing: postMissing,
  }),
  'POST /admin/people/import/:id/discard': ofList('/discard', save),
  'GET /admin/teams': { ask: () => ({ path: '/admin/teams' }), expect: { none: list } },
  'GET /admin/teams/new': { ask: () => ({ path: '/admin/teams/new' }), expect: { none: list } },
  'POST /admin/teams/new': {
    ask: (world) => ({
      path: '/admin/teams/new',
      fields: { name: `Team ${world.deps.ids()}`, kind: 'team', parentId: '' },
    }),
    expect: { none: saved },
  },
  'GET /admin/teams/:id': ofTeam('', page),
  'GET /admin/teams/:id/change': ofTeam('/change', page),
  'POST /admin/teams/:id/change': ofTeam(
    '/change',
    { own: [409, 403, 403, 403, 403, 403, 403, 403, 401], missing: postMissing },
    { name: 'Renamed', kind: 'team', parentId: '', revision: '0' }
  ),
  'GET /admin/teams/:id/close': ofTeam('/close', page),
  'POST /admin/teams/:id/close': ofTeam('/close', save, closing),
  'GET /admin/teams/:id/reopen': ofTeam('/reopen', page, undefined, close),
  'POST /admin/teams/:id/reopen': ofTeam('/reopen', save, {}, close),
}
