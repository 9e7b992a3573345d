/** A sibling group is one alert: lists say how many children it is about, its own page names them all. */
import { expect, test } from 'vitest'
import { loadEscalation } from '../../src/alerts/load-escalation.ts'
import { emptyDraft, partsOf } from '../../src/alerts/rules/draft.ts'
import { nextOfLines } from '../../src/alerts/rules/immediate-risk.ts'
import { seeAlert } from '../../src/alerts/see-alert.ts'
import { takeUpImmediateRisks } from '../../src/alerts/take-up-immediate-risks.ts'
import { addCase } from '../../src/cases/add-case.ts'
import { newApp } from '../support/app.ts'
import { addPersonWith } from '../support/builders.ts'
import { newAlertCouncil, noticesOf, raised } from './alert-council.ts'

test('lists say how many siblings there are, and the page names each', async () => {
  const app = await newApp()
  const council = await newAlertCouncil(app.context())
  const id = await raised(council, { references: 'P-7, C-100, C-101' })
  await raised(council, { references: 'C-101, C-100' })
  const browser = await app.browserOf(council.people.iro)
  for (const path of ['/', '/alerts', '/alerts/register']) {
    const page = await (await browser.get(path)).text()
    expect([path, page.includes('P-7 and 2 siblings')]).toEqual([path, true])
    expect([path, page.includes('C-101 and 1 sibling')]).toEqual([path, true])
  }
  const page = await (await browser.get(`/alerts/${id}`)).text()
  for (const reference of ['P-7', 'C-100', 'C-101']) expect(page).toContain(`>${reference}</a>`)
  // Found by any of them.
  const found = await (await browser.get('/alerts/register?reference=C-100')).text()
  expect(found).toContain('P-7 and 2 siblings')
})

test('an escalation goes to the managers of every sibling’s team', async () => {
  const council = await newAlertCouncil()
  await addCase(council.ctx, {
    reference: 'C-200',
    serviceStatus: 'care',
    teamId: council.teams.south,
    iroId: council.people.iro,
  })
  const id = await raised(council, { references: 'C-100, C-200', kind: 'formal' })
  const reader = { id: council.people.iro, roles: ['iro'] as const, teamId: null }
  const seen = await seeAlert(council.ctx.db, id, reader, council.ctx.now)
  if (!seen) throw new Error('no alert')
  const { targets } = await loadEscalation(council.ctx.db, seen, '2026-01-12')
  expect(targets[0]?.people.map(({ name }) => name).toSorted()).toEqual([
    'Stan Stranger',
    'Tess Team',
  ])
})

test('siblings may be typed with spaces between; a reference that has a space itself stays whole', async () => {
  const council = await newAlertCouncil()
  const id = await raised(council, { references: 'C-100 c-101' })
  const cases = await council.ctx.db
    .selectFrom('alert_case')
    .where('alert_id', '=', id)
    .orderBy('position')
    .select('case_id')
    .execute()
  expect(cases.map((row) => row.case_id)).toEqual([council.cases.one, council.cases.two])
  const known = ['A', 'B', 'A C']
  const isKnown = (reference: string) => known.includes(reference)
  expect(partsOf('A B', isKnown)).toEqual(['A', 'B'])
  expect(partsOf('A C', isKnown)).toEqual(['A C'])
  expect(partsOf('A D', isKnown)).toEqual(['A D'])
})

test('an immediate risk goes up the line of every sibling, and no line jumps a step that another has nobody at', async () => {
  const council = await newAlertCouncil()
  const { people, teams } = council
  const addHead = (name: string, teamId: string) =>
    addPersonWith(council.ctx, { name, teamId, roles: ['senior_leader'] })
  await addHead('Hugo Head', teams.other)
  await addCase(council.ctx, {
    reference: 'C-300',
    serviceStatus: 'care',
    teamId: teams.south,
    iroId: people.iro,
  })
  await raised(
    council,
    {
      kind: 'formal',
      references: 'C-100, C-300',
      rang: {
        ...emptyDraft.rang,
        person: people.serviceManager,
        day: '12',
        month: '1',
        year: '2026',
        time: '9:45',
        means: 'phone',
      },
      others: [people.otherService],
      proposed: [],
      to: [people.serviceManager],
    },
    { now: '2026-01-12T10:00:00.000Z', isImmediate: true }
  )
  const up = (now: string) =>
    takeUpImmediateRisks({ ...council.ctx, now, actor: { kind: 'job', name: 'take-up' } })
  expect(await up('2026-01-12T11:00:00.000Z')).toBe(1)
  const told = await noticesOf(council, 'alert_immediate_up')
  expect(told).toContain('Hana Head')
  expect(told).toContain('Hugo Head')
  expect(told).not.toContain('Dev Director')
})

test('of two lines the one without a head of service goes to the top while the other goes a step', () => {
  const line = (steps: [number, string[]][]) => ({ steps: new Map(steps), qaLeads: ['qa'] })
  const lines = [
    line([
      [2, ['sam']],
      [3, ['hana']],
      [4, ['dev']],
    ]),
    line([
      [2, ['olu']],
      [3, []],
      [4, ['dev']],
    ]),
  ]
  expect(nextOfLines(lines, 2, 'ines')).toEqual({
    addressees: [
      { personId: 'hana', level: 3 },
      { personId: 'dev', level: 4 },
    ],
    level: 3,
    isRepeated: false,
  })
  expect(nextOfLines(lines, 3, 'ines').level).toBe(4)
})
