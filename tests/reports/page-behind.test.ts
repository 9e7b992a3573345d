/** What somebody is told whose page of a report is older than the report. */
import { beforeEach, describe, expect, test } from 'vitest'
import { freezeReport } from '../../src/reports/freeze-report.ts'
import { changerWords } from '../../src/reports/rules/changer-words.ts'
import type { ReportSettings } from '../../src/reports/rules/report-settings.ts'
import { startReport } from '../../src/reports/start-report.ts'
import { newWorld, type World } from '../support/world.ts'

let world: World
beforeEach(async () => {
  world = await newWorld()
})

const quarter: ReportSettings = {
  ...{ title: 'Quarterly report', audience: 'internal', from: '2017-01-01', to: '2017-03-31' },
  ...{ teamId: null, status: null, kind: null, chapters: ['summary'] },
}

describe('a page that is behind', () => {
  const other = { id: 'b', name: 'Priya Raman' }

  test.each([
    ['a', 'Priya Raman'],
    ['b', 'You, in another window,'],
    [null, 'Priya Raman'],
  ])('to %s: %s', (reader, words) => {
    expect(changerWords(reader, other)).toBe(words)
  })

  test('somebody whose account is not known is somebody else, to a command too', () => {
    expect(changerWords(null, { id: null, name: null })).toBe('Somebody else')
  })

  test('freezing after one’s own change says whose it was', async () => {
    const lead = await world.as('qa_lead')
    const started = await startReport(world.context(), quarter)
    const posted = await lead.post(`/reports/${started}/words`, {
      ...{ place: 'summary/summary', narrative: 'Mine', proposed: '', revision: '0' },
    })
    expect(posted.status).toBe(303)
    const refused = await lead.post(`/reports/${started}/freeze`, { revision: '1' })
    expect(refused.status).toBe(409)
    expect(await refused.text()).toContain('You, in another window, changed this report')
  })

  test('a refused save leads to the frozen report', async () => {
    const lead = await world.as('qa_lead')
    const reportId = await startReport(world.context(), quarter)
    await freezeReport(world.context(), { reportId, council: 'Aldermere', revision: 1 })
    const refused = await lead.post(`/reports/${reportId}/words`, {
      ...{ place: 'summary/summary', narrative: 'Too late', proposed: '', revision: '0' },
    })
    expect(refused.status).toBe(409)
    expect(await refused.text()).toContain(`href="/reports/${reportId}"`)
  })
})
