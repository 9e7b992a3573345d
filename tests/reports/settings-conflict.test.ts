/** Two people change what a draft is about at once: the second sees both versions, and keeps what was chosen. */
import { expect, test } from 'vitest'
import { startReport } from '../../src/reports/start-report.ts'
import { newWorld } from '../support/world.ts'

test('a conflict shows the settings as saved beside those chosen', async () => {
  const world = await newWorld()
  const reportId = await startReport(world.context(), {
    title: 'Report',
    audience: 'internal',
    from: '2026-01-01',
    to: '2026-03-31',
    teamId: null,
    status: null,
    kind: null,
    chapters: ['summary', 'practice'],
  })
  const lead = await world.as('qa_lead')
  const path = `/reports/${reportId}/settings`
  const send = (fields: Record<string, string>) =>
    lead.post(path, {
      ...{ period: '2026-01-01', audience: 'internal', chapters: 'summary', title: 'Report' },
      ...{ team: '', status: '', kind: '', revision: '1', ...fields },
    })
  expect((await send({ title: 'Theirs' })).status).toBe(303)
  const late = await send({ title: 'Mine', audience: 'external' })
  expect(late.status).toBe(409)
  const words = (await late.text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
  expect(words).toContain('Setting As it is saved now As you chose')
  expect(words).toContain('Who it is for Inside the council Outside the council Title Theirs Mine')
  expect(words).not.toContain('Kind of round Every kind Every kind')
  expect((await send({ title: 'Mine', revision: '2' })).status).toBe(303)
})
