/**
 * What is typed since an audit was reopened is on no list, count, export, API row or case page until it is submitted again,
 * whichever of them is asked; what was submitted stays on all of them until then.
 */
import readXlsx from 'read-excel-file/node'
import { beforeEach, expect, test } from 'vitest'
import { removeAction } from '../../src/actions/remove-action.ts'
import { addToken } from '../../src/api/add-token.ts'
import { reopenAudit } from '../../src/audits/reopen-audit.ts'
import { saveAuditAction } from '../../src/audits/save-audit-action.ts'
import { saveFinding } from '../../src/audits/save-finding.ts'
import { saveThemeGrade } from '../../src/audits/save-theme-grade.ts'
import { submitAudit } from '../../src/audits/submit-audit.ts'
import { loadReportCounts } from '../../src/reports/counts-store.ts'
import { listActionsDue } from '../../src/work/calendar-store.ts'
import type { Browser } from '../support/app.ts'
import { answerAll, asPerson } from '../support/audit-answers.ts'
import { openAudit } from '../support/round-builders.ts'
import { newWorld, type World } from '../support/world.ts'

const CASE = '448120'
const SUBMITTED = ['Write the plan with the parents', 'Meet the school', 'Plain words throughout']
const TYPED = [
  'Ring the housing office',
  'See the child alone',
  'Copied from elsewhere',
  'Too kind',
]

let world: World
let auditId: string
let caseId: string
let ids: { plan: string; school: string; later: string; finding: string }
let lead: Browser
let owner: Browser
let newOwner: Browser

const own = () => asPerson(world.context(), world.people.iro)

const action = (actionId: string, what: string, revision: number, ownerId: string, dueOn: string) =>
  saveAuditAction(own(), {
    ...{ auditId, actionId, itemKey: null, what, revision, dueOn, ownerId },
    intendedChange: 'Parents know what has to be different',
  })

const finding = (words: string, revision: number) =>
  saveFinding(own(), {
    ...{ auditId, findingId: ids.finding, kind: 'strength', itemKey: 'cp.clarity' },
    ...{ words, revision },
  })

/** Submitted with two actions of the manager, then reopened; one changed in all it says, one removed, one added. */
beforeEach(async () => {
  world = await newWorld()
  const made = await openAudit(world.context(), {
    auditorId: world.people.iro,
    case: { reference: CASE, teamId: world.otherTeamId },
  })
  auditId = made.auditId
  const next = world.context().ids
  ids = { plan: next(), school: next(), later: next(), finding: next() }
  const { people } = world
  await answerAll(world.context(), made)
  await finding(SUBMITTED[2] ?? '', 0)
  await action(ids.plan, SUBMITTED[0] ?? '', 0, people.manager, '2026-02-06')
  await action(ids.school, SUBMITTED[1] ?? '', 0, people.manager, '2026-02-09')
  expect(await submitAudit(own(), { auditId })).toMatchObject({ ok: true })
  const kept = world.context().db.selectFrom('audit').select('case_id').where('id', '=', auditId)
  caseId = (await kept.executeTakeFirstOrThrow()).case_id ?? ''
  world.setNow('2026-01-13T09:00:00.000Z')
  lead = await world.as('qa_lead')
  owner = await world.as('manager')
  newOwner = await world.as('practitioner')
  await reopenAudit(world.context(), { auditId, reason: 'The wrong plan was read' })
  world.setNow('2026-01-13T09:05:00.000Z')
  await finding(TYPED[2] ?? '', 1)
  await action(ids.plan, TYPED[0] ?? '', 1, people.practitioner, '2026-03-20')
  await action(ids.later, TYPED[1] ?? '', 0, people.practitioner, '2026-03-23')
  await removeAction(own(), { auditId, actionId: ids.school, revision: 1 })
  await saveThemeGrade(own(), {
    ...{ auditId, theme: 'cp_plan', grade: 'outstanding', reason: TYPED[3] ?? '', revision: 1 },
  })
})

const textOf = async (browser: Browser, path: string) => (await browser.get(path)).text()

/** What is found, and where somebody is led who finds one thing alone. */
const found = async (words: string) => {
  const response = await lead.get(`/find?q=${encodeURIComponent(words)}`)
  return `${await response.text()} ${response.headers.get('location')}`
}

const workbook = async () => {
  const response = await lead.get('/reports/evidence.xlsx?from=2025-02-01&to=2026-12-31')
  return JSON.stringify(await readXlsx(Buffer.from(await response.arrayBuffer())))
}

const rowsOfApi = async () => {
  const { token } = await addToken(world.context(), {
    ...{ name: `Warehouse ${world.context().ids()}`, scopes: ['audits', 'text'], expiresOn: null },
  })
  const authorization = { authorization: `Bearer ${token}` }
  const read = async (list: string) =>
    (await world.app.request(`/api/v1/${list}`, { headers: authorization })).text()
  return `${await read('audits')} ${await read('actions')}`
}

const everything = async (): Promise<Readonly<Record<string, string>>> => ({
  'list of actions': await textOf(lead, '/actions?show=open'),
  'case page': await textOf(lead, `/cases/${caseId}`),
  find: `${await found(CASE)} ${await found('housing')} ${await found('with the parents')}`,
  'my work of the owner': await textOf(owner, '/'),
  'my work of who was given it since': await textOf(newOwner, '/'),
  'all audits of the auditor': await textOf(await world.as('iro'), '/my-audits'),
  'evidence pack': await workbook(),
  api: await rowsOfApi(),
})

const dates = async () => {
  const period = { from: '2026-01-01', to: '2026-03-31' }
  const { actions } = await loadReportCounts(world.context().db, { roundIds: [], period })
  return actions.map(({ dueOn }) => dueOn)
}

test('nothing typed since is anywhere, and what was submitted stays where it was', async () => {
  const shown = await everything()
  for (const [where, text] of Object.entries(shown)) {
    for (const words of TYPED) expect(text, `${where}: ${words}`).not.toContain(words)
  }
  expect(shown.find).toContain(`/actions/${ids.plan}`)
  for (const where of ['list of actions', 'case page', 'evidence pack', 'api']) {
    expect(shown[where], where).toContain(SUBMITTED[0])
    expect(shown[where], where).toContain(SUBMITTED[1])
  }
  // Also what was given to somebody else since: until it is submitted, nobody else has it.
  expect(shown['my work of the owner']).toContain(SUBMITTED[0])
  expect(shown['my work of the owner']).toContain(SUBMITTED[1])
  expect((await dates()).toSorted()).toEqual(['2026-02-06', '2026-02-09'])
  expect(await listActionsDue(world.context().db, world.people.practitioner)).toEqual([])
  expect((await newOwner.get(`/actions/${ids.plan}`)).status).toBe(404)
  expect((await lead.get(`/actions/${ids.later}`)).status).toBe(404)
  expect(await textOf(lead, `/actions/${ids.plan}`)).toContain(SUBMITTED[0])
})

test('submitted again, all of it is as it was typed', async () => {
  expect(await submitAudit(own(), { auditId })).toMatchObject({ ok: true })
  const shown = await everything()
  for (const where of ['list of actions', 'case page', 'evidence pack', 'api']) {
    expect(shown[where], where).toContain(TYPED[0])
    expect(shown[where], where).toContain(TYPED[1])
    expect(shown[where], where).not.toContain(SUBMITTED[1])
  }
  for (const where of ['evidence pack', 'api']) {
    expect(shown[where], where).toContain(TYPED[2])
    expect(shown[where], where).toContain(TYPED[3])
  }
  expect(shown['my work of who was given it since']).toContain(TYPED[0])
  expect((await dates()).toSorted()).toEqual(['2026-03-20', '2026-03-23'])
})
