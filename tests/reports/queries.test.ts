/** The lists, a draft and a frozen report ask the database at most eight times. */
import { expect, test } from 'vitest'
import { freezeReport } from '../../src/reports/freeze-report.ts'
import { chapterKeys } from '../../src/reports/rules/report-model.ts'
import type { ReportSettings } from '../../src/reports/rules/report-settings.ts'
import { saveReportWords } from '../../src/reports/save-report-words.ts'
import { startReport } from '../../src/reports/start-report.ts'
import { countQueries } from '../support/count-queries.ts'
import { newWorld } from '../support/world.ts'

const report: ReportSettings = {
  title: 'Report',
  audience: 'internal',
  from: '2026-01-01',
  to: '2026-03-31',
  teamId: null,
  status: null,
  kind: null,
  chapters: chapterKeys,
}

test('the list and a frozen report', async () => {
  const world = await newWorld()
  const reportId = await startReport(world.context(), report)
  await freezeReport(world.context(), { reportId, council: 'Aldermere', revision: 1 })
  const lead = await world.as('qa_lead')
  for (const path of ['/reports', '/reports/exports', '/reports/new', `/reports/${reportId}`]) {
    const { response, queries } = await countQueries(world, lead, path)
    expect(response.status).toBe(200)
    expect(queries, path).toBeLessThanOrEqual(8)
  }
})

test.each(['internal', 'external'] as const)(
  'the pages of a draft, %s, of the council or of a team',
  async (audience) => {
    const world = await newWorld()
    const lead = await world.as('qa_lead')
    const settings = { ...report, audience }
    // Others about the same days, one of them frozen, so that each page shows all that it can.
    const frozen = await startReport(world.context(), settings)
    await freezeReport(world.context(), { reportId: frozen, council: 'Aldermere', revision: 1 })
    for (const teamId of [null, world.serviceId]) {
      const reportId = await startReport(world.context(), { ...settings, teamId })
      await saveReportWords(world.context(), {
        reportId,
        place: 'summary/summary',
        narrative: 'See 20011 and A-0007.',
        sentence: null,
        proposed: '',
        revision: 0,
      })
      for (const page of ['', '/write', '/freeze', '/settings', '/discard']) {
        const path = `/reports/${reportId}${page}`
        const { response, queries } = await countQueries(world, lead, path)
        expect([page, response.status]).toEqual([page, 200])
        expect(queries, page).toBeLessThanOrEqual(8)
      }
    }
  }
)

test('a page beyond the last shows the last', async () => {
  const world = await newWorld()
  const lead = await world.as('qa_lead')
  for (const path of ['/reports', '/reports/exports']) {
    const [last, beyond] = [await lead.get(path), await lead.get(`${path}?page=9999`)]
    expect(beyond.status).toBe(200)
    const words = async (one: Response) => (await one.text()).replace(/page=\d+/g, '')
    expect(await words(beyond)).toBe(await words(last))
  }
})
