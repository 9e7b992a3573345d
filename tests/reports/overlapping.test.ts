/** A report for outside of days that another one is of too is frozen only with a tick and a reason. */
import { beforeEach, expect, test } from 'vitest'
import { findReport } from '../../src/reports/report-store.ts'
import { readFrozen } from '../../src/reports/rules/frozen-content.ts'
import type { ReportSettings } from '../../src/reports/rules/report-settings.ts'
import { startReport } from '../../src/reports/start-report.ts'
import type { Browser } from '../support/app.ts'
import { wordsOf } from '../support/words-of.ts'
import { newWorld, type World } from '../support/world.ts'

let world: World
let lead: Browser

beforeEach(async () => {
  world = await newWorld()
  lead = await world.as('qa_lead')
})

const start = (
  audience: ReportSettings['audience'],
  from: string,
  to: string,
  chapters: ReportSettings['chapters'] = ['practice', 'coverage', 'method']
) =>
  startReport(world.context(), {
    ...{ title: `${from} to ${to}`, audience, from, to, teamId: null, status: null, kind: null },
    chapters,
  })

const freeze = async (id: string, fields: Record<string, string> = {}) => {
  const response = await lead.post(`/reports/${id}/freeze`, { revision: '1', ...fields })
  return { status: response.status, words: await wordsOf(response) }
}

const WARNING = 'Other reports for outside the council are of the same days'

test('the page warns, and without tick and reason it stays a draft with what was typed', async () => {
  const quarter = await start('external', '2026-01-01', '2026-03-31')
  expect((await freeze(quarter)).status).toBe(303)
  const year = await start('external', '2025-04-01', '2026-03-31')
  const page = await wordsOf(await lead.get(`/reports/${year}/freeze`))
  expect(page).toContain(WARNING)
  expect(page).toContain('Report 1: 2026-01-01 to 2026-03-31')
  for (const fields of [{}, { overlap: 'yes' }, { overlapReason: 'For the partnership' }]) {
    const answer = await freeze(year, fields)
    expect(answer.status).toBe(422)
    expect(answer.words).toContain('Tick that you have compared them, and say why')
  }
  expect((await freeze(year, { overlapReason: 'For the partnership' })).words).toContain(
    'For the partnership'
  )
  expect((await findReport(world.db, year))?.state).toBe('draft')
})

test('with both it is frozen; the reason is kept with it and shown, and its hash is in the event', async () => {
  await freeze(await start('external', '2026-01-01', '2026-03-31'))
  const year = await start('external', '2025-04-01', '2026-03-31')
  const fields = { overlap: 'yes', overlapReason: 'For the partnership' }
  expect((await freeze(year, fields)).status).toBe(303)
  const stored = await findReport(world.db, year)
  const { overlaps } = readFrozen(stored?.content ?? '{}')
  expect(overlaps).toEqual({ numbers: [1], reason: 'For the partnership' })
  const page = await wordsOf(await lead.get(`/reports/${year}`))
  expect(page).toContain('It is of some of the same days as report 1: For the partnership')
  const file = await (await lead.get(`/reports/${year}/files/report.html`)).text()
  expect(file).not.toContain('For the partnership')
  const event = await world.db
    .selectFrom('event')
    .select('details')
    .where('type', '=', 'report.frozen')
    .where('subject_id', '=', year)
    .executeTakeFirstOrThrow()
  expect(event.details).toContain('"overlaps":[1]')
  expect(event.details).not.toContain('partnership')
})

test('days that touch no other, and reports for inside, are not asked', async () => {
  await freeze(await start('external', '2026-01-01', '2026-03-31'))
  expect((await freeze(await start('external', '2026-04-01', '2026-06-30'))).status).toBe(303)
  expect((await freeze(await start('internal', '2026-01-01', '2026-03-31'))).status).toBe(303)
})

test('where grades and measures alone are printed, nobody is asked: it was worked out', async () => {
  const of = (from: string) => start('external', from, '2026-03-31', ['practice', 'measures'])
  expect((await freeze(await of('2026-01-01'))).status).toBe(303)
  const year = await of('2025-04-01')
  const page = await wordsOf(await lead.get(`/reports/${year}/freeze`))
  expect(page).not.toContain(WARNING)
  expect(page).toContain('each suppressed number still has at least two values')
  expect((await freeze(year)).status).toBe(303)
  const { printed, overlaps } = readFrozen((await findReport(world.db, year))?.content ?? '{}')
  expect(printed).toBeDefined()
  expect(overlaps).toBeUndefined()
  // A report of one team counts other audits: that is not worked out.
  const team = await startReport(world.context(), {
    ...{ title: 'Team', audience: 'external', from: '2026-01-01', to: '2026-03-31' },
    ...{ teamId: world.serviceId, status: null, kind: null, chapters: ['practice'] },
  })
  expect((await freeze(team)).status).toBe(422)
})
