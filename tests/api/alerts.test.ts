/** Practice alerts through the API: those that were raised, drafts never, nobody's name, words only with their scope. */
import { expect, test } from 'vitest'
import { startDraft } from '../../src/alerts/start-draft.ts'
import { newAlertCouncil, raised } from '../alerts/alert-council.ts'
import { newApp } from '../support/app.ts'
import { type ApiDocument, validatorOf } from './api-document.ts'
import { newProgram, type Program, walk } from './api-world.ts'

const HISTORY = 'audit_ref,round,audited_on,theme,grade\nA,R,2025-01-01,voice,good'

const withAlerts = async (program: Program) => {
  const council = await newAlertCouncil(program.context())
  const first = await raised(council, { references: 'C-100, C-101' })
  const second = await raised(
    council,
    { kind: 'good_practice', references: 'P-7', categories: [], asked: '' },
    { now: '2026-01-14T09:00:00.000Z' }
  )
  await startDraft(council.as('iro'), {
    kind: 'formal',
    isImmediate: false,
    references: 'C-100',
    auditId: null,
  })
  return { council, first, second }
}

test('an alert is a row; drafts are not there, nor are names and words', async () => {
  const program = await newProgram(await newApp(), HISTORY)
  const { council, first, second } = await withAlerts(program)
  const { authorization } = await program.bear(['alerts'])
  const rows = await walk(program, '/api/v1/alerts?limit=1', authorization)
  expect(rows.map(({ id }) => id)).toEqual([first, second])
  expect(rows[0]).toEqual({
    id: first,
    reference: 'Alert 2026-0001',
    number: 1,
    kind: 'informal',
    isImmediate: false,
    state: 'open',
    stage: 0,
    highestStage: 0,
    isOverdue: false,
    team: 'North 1',
    teamId: council.teams.north,
    serviceStatus: 'care',
    ageBand: '5_to_9',
    caseReferences: ['C-100', 'C-101'],
    categories: ['Drift and delay'],
    auditId: null,
    raisedOn: '2026-01-12',
    expectedOn: rows[0]?.expectedOn,
    formalOn: null,
    totalDueOn: null,
    respondedOn: null,
    closedOn: null,
    timesExtended: 0,
    timesReopened: 0,
  })
  expect(rows[0]?.expectedOn).toMatch(/^2026-01-\d\d$/)
  expect(rows[1]?.expectedOn).toBeNull()
  const response = await program.ask('/api/v1/alerts', { authorization })
  expect(await response.text()).not.toMatch(/Ines|Wanda|assessment/)
  program.setNow('2026-03-01T09:00:00.000Z')
  const later = await walk(program, '/api/v1/alerts', authorization)
  expect(later.map(({ isOverdue }) => isOverdue)).toEqual([true, false])
})

test('with the scope text, what was written', async () => {
  const program = await newProgram(await newApp(), HISTORY)
  await withAlerts(program)
  const { authorization } = await program.bear(['alerts', 'text'])
  const [first] = await walk(program, '/api/v1/alerts', authorization)
  expect([first?.concern, first?.asked]).toEqual([
    'The assessment agreed at the review has not begun.',
    'Begin the assessment and tell me when it will be finished.',
  ])
  const documented = await program.ask('/api/v1/openapi.json', { authorization })
  const isPage = validatorOf((await documented.json()) as ApiDocument, '/api/v1/alerts')
  const whole = await (await program.ask('/api/v1/alerts', { authorization })).json()
  expect([isPage(whole), isPage.errors]).toEqual([true, null])
  const csv = await program.ask('/api/v1/alerts?format=csv&kind=informal', { authorization })
  expect((await csv.text()).split('\n')[0]).toMatch(/,times_reopened,concern,impact,asked$/)
})

test.each([
  ['kind=good_practice', [2]],
  ['state=open&team=safeguarding', [1, 2]],
  ['team=care%201', []],
  ['status=cp', [2]],
  ['from=2026-01-13', [2]],
  ['to=2026-01-13', [1]],
])('filtered: %s', async (query, numbers) => {
  const program = await newProgram(await newApp(), HISTORY)
  await withAlerts(program)
  const { authorization } = await program.bear(['alerts'])
  const rows = await walk(program, `/api/v1/alerts?${query}`, authorization)
  expect(rows.map(({ number }) => number)).toEqual(numbers)
})

test('what it does not know is said', async () => {
  const program = await newProgram(await newApp(), HISTORY)
  const { authorization } = await program.bear(['alerts'])
  const response = await program.ask('/api/v1/alerts?kind=learning&theme=voice&state=draft', {
    authorization,
  })
  const { errors } = (await response.json()) as { errors: { detail: string }[] }
  expect(errors.map(({ detail }) => detail)).toEqual([
    'there is no parameter “theme” here; there are from, to, team, status, kind, state, limit, cursor, format',
    'must be one of informal, formal, good_practice',
    'must be one of open, responded, resolved, withdrawn',
  ])
})
