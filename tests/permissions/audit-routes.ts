/**
 * Expected answers of the audit's pages. Own: allocated to the person and in progress. Foreign: allocated to somebody of
 * another service, on a case of theirs. Reading one that is submitted has a table of its own: read-submitted.test.ts.
 */
import { saveAnswers } from '../../src/audits/save-answers.ts'
import { saveAuditAction } from '../../src/audits/save-audit-action.ts'
import { saveFinding } from '../../src/audits/save-finding.ts'
import { setCapAside } from '../../src/audits/set-cap-aside.ts'
import { submitAudit } from '../../src/audits/submit-audit.ts'
import { answerAll, asPerson, sent } from '../support/audit-answers.ts'
import { addPersonWith } from '../support/builders.ts'
import { type OpenAudit, openAudit } from '../support/round-builders.ts'
import { NO_RECORD, type World } from '../support/world.ts'
import type { Asker, RecordKind, Request, RouteCase, RouteTable, Row } from './route-case.ts'

/** An administrator audits nothing, so for one there is no own: the stranger's stands in. */
const auditorOf = (world: World, asker: Asker, record: RecordKind): string =>
  record === 'own' && asker.personId && asker.column !== 'administrator'
    ? asker.personId
    : world.strangerId

const makeAudit = (world: World, asker: Asker, record: RecordKind): Promise<OpenAudit> =>
  openAudit(world.context(), {
    auditorId: auditorOf(world, asker, record),
    case: { teamId: world.otherTeamId },
    ownTeamReason: 'Nobody else is free in this round',
  })

/** A page or form below an audit's address. */
const below = (
  place: string,
  fields: Request['fields'] | ((world: World) => Request['fields']),
  expect: RouteCase['expect'],
  prepare: (world: World, audit: OpenAudit) => Promise<unknown> = async () => undefined
): RouteCase => ({
  ask: async (world, asker, record) => {
    const given = typeof fields === 'function' ? fields(world) : fields
    const sent = given ? { fields: given } : {}
    if (record === 'missing') return { path: `/audits/${NO_RECORD}${place}`, ...sent }
    const audit = await makeAudit(world, asker, record)
    await prepare(world, audit)
    return { path: `/audits/${audit.auditId}${place}`, ...sent }
  },
  expect,
})

const complete = async (world: World, audit: OpenAudit) => answerAll(world.context(), audit)

const submitted = async (world: World, audit: OpenAudit) => {
  await complete(world, audit)
  await submitAudit(asPerson(world.context(), audit.auditorId), { auditId: audit.auditId })
}

const grade = { grade: 'good', grade_reason: 'The record shows it', grade_revision: '0' }
const note = { mark: 'yes', note: 'Find the minutes of the core group', revision: '0' }
const answer = {
  'value:cp.clarity': 'good',
  'evidence:cp.clarity': 'The plan of 5 January says what has to change.',
  'reason:cp.clarity': '',
  'revision:cp.clarity': '0',
}
/** A form of its own each time: what is new bears the id that its form was made with. */
const finding = (world: World) => ({
  finding: world.deps.ids(),
  kind: 'strength',
  item: 'cp.clarity',
  words: 'Plain to parents',
  revision: '0',
})
const action = (world: World) => ({
  action: world.deps.ids(),
  item: 'cp.clarity',
  what: 'Rewrite the plan in plain words',
  intended_change: 'Parents know what has to be different',
  owner: '',
  'due-day': '',
  'due-month': '',
  'due-year': '',
  revision: '0',
})

//                        adm  qa   mgr  iro  irm  pra  sen  par  visitor
const page: Record<'own' | 'foreign' | 'missing', Row> = {
  own: [403, 200, 200, 200, 200, 200, 200, 200, 303],
  foreign: [403, 200, 404, 404, 404, 404, 404, 404, 303],
  missing: [403, 404, 404, 404, 404, 404, 404, 404, 303],
}
/** A QA lead may read what is in progress and is led there; the work on it is its auditor's alone. */
const work: typeof page = {
  own: [403, 200, 200, 200, 200, 200, 200, 200, 303],
  foreign: [403, 303, 404, 404, 404, 404, 404, 404, 303],
  missing: [403, 404, 404, 404, 404, 404, 404, 404, 303],
}
const save: typeof page = {
  own: [403, 303, 303, 303, 303, 303, 303, 303, 401],
  foreign: [403, 404, 404, 404, 404, 404, 404, 404, 401],
  missing: [403, 404, 404, 404, 404, 404, 404, 404, 401],
}

/** A copy is of what was submitted, for those who may read it then. */
const copy: typeof page = {
  //    adm  qa   mgr  iro  irm  pra  sen  par  visitor
  own: [403, 200, 200, 200, 200, 404, 404, 403, 303],
  foreign: [403, 200, 404, 404, 404, 404, 404, 403, 303],
  missing: [403, 404, 404, 404, 404, 404, 404, 403, 303],
}

const findingIn = async (world: World, { auditId, auditorId }: OpenAudit): Promise<string> => {
  const findingId = world.deps.ids()
  const words = { kind: 'strength', itemKey: null, words: 'Plain to parents', revision: 0 } as const
  await saveFinding(asPerson(world.context(), auditorId), { auditId, findingId, ...words })
  return findingId
}

const actionIn = async (world: World, { auditId, auditorId }: OpenAudit): Promise<string> => {
  const actionId = world.deps.ids()
  await saveAuditAction(asPerson(world.context(), auditorId), {
    auditId,
    actionId,
    itemKey: null,
    what: 'Rewrite the plan in plain words',
    intendedChange: '',
    ownerId: null,
    dueOn: null,
    revision: 0,
  })
  return actionId
}

/** Removing one of the audit's own things, by its id. */
const removing = (
  folder: string,
  make: (world: World, audit: OpenAudit) => Promise<string>,
  verb = 'remove'
): RouteCase => ({
  ask: async (world, asker, record) => {
    const audit = await makeAudit(world, asker, record)
    const id = await make(world, audit)
    const auditId = record === 'missing' ? NO_RECORD : audit.auditId
    return { path: `/audits/${auditId}/${folder}/${id}/${verb}`, fields: { revision: '1' } }
  },
  expect: save,
})

const unsafe = async (world: World, { auditId, auditorId }: OpenAudit) => {
  const answers = ['common.safe_now', 'common.already_known'].map((key) => sent(key, ['no']))
  await saveAnswers(asPerson(world.context(), auditorId), { auditId, answers })
  // What stands above a page depends on the notices so far, and answers are compared letter by letter.
  await world.db.deleteFrom('notice').execute()
}

const setAside = async (world: World, audit: OpenAudit) => {
  await unsafe(world, audit)
  const other = await addPersonWith(world.context(), { roles: ['qa_lead'] })
  const reason = 'Acted on within the hour'
  await setCapAside(asPerson(world.context(), other), { auditId: audit.auditId, reason })
  await world.db.deleteFrom('notice').execute()
}

/** A QA lead decides about it, and never about their own audit, which they know of. */
const cap: typeof page = {
  //    adm  qa   mgr  iro  irm  pra  sen  par  visitor
  own: [403, 403, 403, 403, 403, 403, 403, 403, 401],
  foreign: [403, 303, 403, 403, 403, 403, 403, 403, 401],
  missing: [403, 404, 403, 403, 403, 403, 403, 403, 401],
}

export const auditRoutes: RouteTable = {
  'GET /audits/:id': below('', undefined, page),
  'GET /audits/:id/print': below('/print', undefined, page),
  'GET /audits/:id/copy': below('/copy', undefined, copy, submitted),
  'GET /audits/:id/copy.docx': below('/copy.docx', undefined, copy, submitted),
  'GET /audits/:id/check': below('/check', undefined, work),
  'GET /audits/:id/conclusions': below('/conclusions', undefined, work),
  'GET /audits/:id/themes/:section': below('/themes/cp_plan', undefined, work),
  'GET /audits/:id/notes/:item': below('/notes/cp.clarity', undefined, work),
  'POST /audits/:id/notes/:item': below('/notes/cp.clarity', note, save),
  'POST /audits/:id/not-a-name': below('/not-a-name', { not_a_name: 'names Sharon' }, save),
  'POST /audits/:id/answers/:item': below('/answers/cp.clarity', answer, save),
  'POST /audits/:id/themes/:section': below('/themes/cp_plan', { ...answer, ...grade }, save),
  'POST /audits/:id/themes/:theme/grade': below('/themes/cp_plan/grade', grade, save),
  'POST /audits/:id/findings': below('/findings', finding, save),
  'POST /audits/:id/findings/:finding/remove': removing('findings', findingIn),
  'POST /audits/:id/actions': below('/actions', action, save),
  'POST /audits/:id/actions/:action/remove': removing('actions', actionIn),
  'POST /audits/:id/actions/:action/restore': removing('actions', actionIn, 'restore'),
  'POST /audits/:id/submit': below('/submit', {}, save, complete),
  'POST /audits/:id/cap/set-aside': below(
    '/cap/set-aside',
    { 'cap-reason': 'Acted on within the hour' },
    cap,
    unsafe
  ),
  'POST /audits/:id/cap/restore': below('/cap/restore', {}, cap, setAside),
  'POST /audits/:id/reopen': below(
    '/reopen',
    { reason: 'A question was answered for another child' },
    {
      //    adm  qa   mgr  iro  irm  pra  sen  par  visitor
      own: [403, 303, 403, 403, 403, 403, 403, 403, 401],
      foreign: [403, 303, 403, 403, 403, 403, 403, 403, 401],
      missing: [403, 404, 403, 403, 403, 403, 403, 403, 401],
    },
    submitted
  ),
}
