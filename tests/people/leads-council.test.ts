/** A senior leader in no team leads the whole council: pages of cases, the door to an alert and reports for inside agree. */
import { expect, test } from 'vitest'
import { addCase } from '../../src/cases/add-case.ts'
import { freezeReport } from '../../src/reports/freeze-report.ts'
import { findReport } from '../../src/reports/report-store.ts'
import { startReport } from '../../src/reports/start-report.ts'
import { addPersonWith } from '../support/builders.ts'
import { NO_RECORD, newWorld, type World } from '../support/world.ts'

const reportOf = async (world: World, teamId: string, audience: 'internal' | 'external') => {
  const reportId = await startReport(world.context(), {
    title: 'A report of one team',
    audience,
    from: '2026-01-01',
    to: '2026-03-31',
    teamId,
    status: null,
    kind: null,
    chapters: ['summary'],
  })
  const revision = (await findReport(world.db, reportId))?.revision ?? 0
  await freezeReport(world.context(), { reportId, council: 'Aldermere', revision })
  return reportId
}

test('what a director, a head of another service and a manager of no team may open', async () => {
  const world = await newWorld()
  const of = async (reference: string, teamId: string) =>
    addCase(world.context(), { reference, serviceStatus: 'care', teamId })
  const here = await of('C-1', world.teamId)
  const there = await of('C-2', world.otherTeamId)
  const report = await reportOf(world, world.otherTeamId, 'internal')
  const outside = await reportOf(world, world.otherTeamId, 'external')
  const paths = [
    ...[here, there, NO_RECORD].flatMap((id) => [
      `/cases/${id}`,
      `/alerts/new?case=${id}`,
      `/cases/${id}/copy`,
    ]),
    ...[report, outside, NO_RECORD].map((id) => `/reports/${id}`),
  ]
  const answers = async (who: string) => {
    const browser = await world.browserOf(who)
    const found: number[] = []
    for (const path of paths) found.push((await browser.get(path)).status)
    return found
  }
  const person = (name: string, role: 'senior_leader' | 'manager') =>
    addPersonWith(world.context(), { name, roles: [role], teamId: null })
  // Of each case its page, the door and the copy, which is made by whoever reads all of it: here, there, missing; reports.
  expect(await answers(await person('Dev Director', 'senior_leader'))).toEqual([
    200, 200, 403, 200, 200, 403, 404, 404, 404, 200, 404, 404,
  ])
  expect(await answers(world.people.senior_leader)).toEqual([
    200, 200, 200, 404, 404, 404, 404, 404, 404, 404, 404, 404,
  ])
  expect(await answers(await person('Max Nowhere', 'manager'))).toEqual([
    404, 404, 404, 404, 404, 404, 404, 404, 404, 403, 403, 403,
  ])
})
