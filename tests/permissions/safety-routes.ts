/**
 * Expected answers of safety notices. Own: the person is the auditor, of a case of another service. Foreign: a stranger
 * is; a QA lead reads every notice, and it went to them. Who decides is tests/safety/notice-verbs.test.ts: nobody who
 * asks here leads that service.
 */
import { saveAnswers } from '../../src/audits/save-answers.ts'
import { closeSafetyNotice } from '../../src/safety/close-safety-notice.ts'
import { decideSafetyNotice } from '../../src/safety/decide-safety-notice.ts'
import { recordTold } from '../../src/safety/record-told.ts'
import { toldFields } from '../safety/line.ts'
import { asPerson, sent } from '../support/audit-answers.ts'
import { addPersonWith } from '../support/builders.ts'
import { openAudit } from '../support/round-builders.ts'
import { NO_RECORD, type World } from '../support/world.ts'
import type { Asker, RecordKind, Request, RouteCase, RouteTable, Row } from './route-case.ts'

const makeNotice = async (world: World, asker: Asker, record: RecordKind) => {
  const isOwn = record === 'own' && asker.personId && asker.column !== 'administrator'
  const auditorId = isOwn && asker.personId ? asker.personId : world.strangerId
  const { auditId } = await openAudit(world.context(), {
    auditorId,
    case: { teamId: world.otherTeamId },
    ownTeamReason: 'Nobody else is free in this round',
  })
  const auditor = asPerson(world.context(), auditorId)
  await saveAnswers(auditor, { auditId, answers: [sent('common.safe_now', ['no'])] })
  const { id } = await world.db
    .selectFrom('safety_notice')
    .select('id')
    .where('audit_id', '=', auditId)
    .executeTakeFirstOrThrow()
  return { id, auditor }
}

const decided = async (world: World, made: Awaited<ReturnType<typeof makeNotice>>) => {
  await recordTold(made.auditor, { noticeId: made.id, ...toldFields })
  const headId = await addPersonWith(world.context(), {
    roles: ['senior_leader'],
    teamId: world.otherTeamId,
  })
  const head = asPerson(world.context(), headId)
  const words = 'Visit today.'
  await decideSafetyNotice(head, { noticeId: made.id, revision: 1, words, dueOn: '2026-01-12' })
  return head
}

const closed = async (world: World, made: Awaited<ReturnType<typeof makeNotice>>) => {
  const head = await decided(world, made)
  await closeSafetyNotice(head, { noticeId: made.id, words: 'Seen safe.' })
}

const at = (
  place: string,
  fields: Request['fields'],
  expect: RouteCase['expect'],
  prepare: (
    world: World,
    made: Awaited<ReturnType<typeof makeNotice>>
  ) => Promise<unknown> = async () => undefined
): RouteCase => ({
  ask: async (world, asker, record) => {
    const sentFields = fields ? { fields } : {}
    if (record === 'missing') return { path: `/safety-notices/${NO_RECORD}${place}`, ...sentFields }
    const made = await makeNotice(world, asker, record)
    await prepare(world, made)
    // What stands above a page depends on the notices so far, and answers are compared letter by letter.
    await world.db.deleteFrom('notice').execute()
    return { path: `/safety-notices/${made.id}${place}`, ...sentFields }
  },
  expect,
})

//                     adm  qa   mgr  iro  irm  pra  sen  par  visitor
const qaOnly: Row = [403, 303, 404, 404, 404, 404, 404, 404, 401]
const all: Row = [403, 303, 303, 303, 303, 303, 303, 303, 401]
/** They may read it, and are told whose it is. */
const knows: Row = [403, 403, 403, 403, 403, 403, 403, 403, 401]
const readersOnly: Row = [403, 403, 404, 404, 404, 404, 404, 404, 401]
const nobody: Row = [403, 404, 404, 404, 404, 404, 404, 404, 401]

const words = { words: 'The team has seen the child.' }

const { day, month, year, isStaff: _, ...told } = toldFields

export const safetyRoutes: RouteTable = {
  'GET /safety-notices': {
    ask: () => ({ path: '/safety-notices' }),
    expect: { none: [403, 200, 200, 200, 200, 200, 200, 200, 303] },
  },
  'GET /safety-notices/:id': at('', undefined, {
    own: [403, 200, 200, 200, 200, 200, 200, 200, 303],
    foreign: [403, 200, 404, 404, 404, 404, 404, 404, 303],
    missing: [403, 404, 404, 404, 404, 404, 404, 404, 303],
  }),
  'POST /safety-notices/:id/told': at(
    '/told',
    { ...told, 'told-day': day, 'told-month': month, 'told-year': year },
    { own: all, foreign: qaOnly, missing: nobody }
  ),
  'POST /safety-notices/:id/acknowledge': at(
    '/acknowledge',
    {},
    { own: [403, 303, 403, 403, 403, 403, 403, 403, 401], foreign: qaOnly, missing: nobody }
  ),
  'POST /safety-notices/:id/decision': {
    ...at(
      '/decision',
      { ...words, revision: '1', 'due-day': '12', 'due-month': '1', 'due-year': '2026' },
      { own: knows, foreign: readersOnly, missing: nobody }
    ),
    told: ['qa_lead'],
  },
  'POST /safety-notices/:id/notes': at('/notes', words, {
    own: all,
    foreign: qaOnly,
    missing: nobody,
  }),
  // The auditor never closes it, not even a QA lead's own.
  'POST /safety-notices/:id/close': at(
    '/close',
    words,
    { own: knows, foreign: qaOnly, missing: nobody },
    decided
  ),
  'POST /safety-notices/:id/reopen': at(
    '/reopen',
    words,
    { own: knows, foreign: qaOnly, missing: nobody },
    closed
  ),
}
