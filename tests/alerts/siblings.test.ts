/** A sibling group is one alert: lists say how many children it is about, its own page names them all. */
import { expect, test } from 'vitest'
import { loadEscalation } from '../../src/alerts/load-escalation.ts'
import { partsOf } from '../../src/alerts/rules/draft.ts'
import { seeAlert } from '../../src/alerts/see-alert.ts'
import { addCase } from '../../src/cases/add-case.ts'
import { newApp } from '../support/app.ts'
import { newAlertCouncil, raised } from './alert-council.ts'

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
