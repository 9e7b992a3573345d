/**
 * Expected answers of an action's page. Own: the person owns it. Foreign: a stranger owns it, on a case of another
 * service; only the QA lead may read that audit, and nobody but the owner says that an action is done.
 */
import { completeAction } from '../../src/actions/complete-action.ts'
import { saveAction } from '../../src/actions/save-action.ts'
import { asPerson } from '../support/audit-answers.ts'
import { openAudit } from '../support/round-builders.ts'
import { NO_RECORD, type World } from '../support/world.ts'
import type { Asker, RecordKind, Request, RouteCase, RouteTable, Row } from './route-case.ts'

const ownerOf = (world: World, asker: Asker, record: RecordKind): string =>
  (record === 'own' ? asker.personId : undefined) ?? world.strangerId

/** An open action of a submitted audit. */
const actionOf = async (world: World, ownerId: string): Promise<string> => {
  const { auditId } = await openAudit(world.context(), { case: { teamId: world.otherTeamId } })
  const { id } = await saveAction(world.context(), {
    auditId,
    revision: 0,
    itemKey: null,
    what: 'Share the safety plan with school',
    intendedChange: 'School knows what to do',
    ownerId,
    dueOn: null,
  })
  await world.db
    .updateTable('audit')
    .set({ state: 'submitted', first_submitted_at: world.context().now })
    .where('id', '=', auditId)
    .execute()
  return id
}

const at = (
  place: string,
  fields: Request['fields'],
  expect: RouteCase['expect'],
  prepare: (world: World, actionId: string, ownerId: string) => Promise<unknown> = async () =>
    undefined
): RouteCase => ({
  ask: async (world, asker, record) => {
    const sent = fields ? { fields } : {}
    if (record === 'missing') return { path: `/actions/${NO_RECORD}${place}`, ...sent }
    const ownerId = ownerOf(world, asker, record)
    const id = await actionOf(world, ownerId)
    await prepare(world, id, ownerId)
    return { path: `/actions/${id}${place}`, ...sent }
  },
  expect,
})

const complete = (world: World, actionId: string, ownerId: string) =>
  completeAction(asPerson(world.context(), ownerId), { actionId, revision: 1, note: 'Shared.' })

//                         adm  qa   mgr  iro  irm  pra  sen  par  visitor
const save: Record<'own' | 'foreign' | 'missing', Row> = {
  own: [303, 303, 303, 303, 303, 303, 303, 303, 401],
  foreign: [404, 404, 404, 404, 404, 404, 404, 404, 401],
  missing: [404, 404, 404, 404, 404, 404, 404, 404, 401],
}

export const actionRoutes: RouteTable = {
  'GET /actions/:id': at('', undefined, {
    own: [200, 200, 200, 200, 200, 200, 200, 200, 303],
    foreign: [404, 200, 404, 404, 404, 404, 404, 404, 303],
    missing: [404, 404, 404, 404, 404, 404, 404, 404, 303],
  }),
  'POST /actions/:id/done': at('/done', { note: 'Shared on Tuesday.', revision: '1' }, save),
  'POST /actions/:id/undo': at('/undo', { revision: '2' }, save, complete),
}
