/** Drafts of a quarter that has a report already: said on the page, and no words from a later quarter. */
import { beforeEach, expect, test } from 'vitest'
import { loadBesideDraft } from '../../src/reports/beside-draft-store.ts'
import { freezeReport } from '../../src/reports/freeze-report.ts'
import { reissueReport } from '../../src/reports/reissue-report.ts'
import { findReport } from '../../src/reports/report-store.ts'
import { chapterKeys } from '../../src/reports/rules/report-model.ts'
import type { ReportSettings } from '../../src/reports/rules/report-settings.ts'
import { saveReportWords } from '../../src/reports/save-report-words.ts'
import { startReport } from '../../src/reports/start-report.ts'
import { listWords } from '../../src/reports/words-store.ts'
import { newWorld, type World } from '../support/world.ts'

let world: World
beforeEach(async () => {
  world = await newWorld()
})

const winter: ReportSettings = {
  title: 'Winter report',
  audience: 'internal',
  from: '2026-01-01',
  to: '2026-03-31',
  teamId: null,
  status: null,
  kind: null,
  chapters: chapterKeys,
}
const spring = { ...winter, title: 'Spring report', from: '2026-04-01', to: '2026-06-30' }

const start = (settings: ReportSettings) => startReport(world.context(), settings)

const write = (reportId: string, narrative: string) =>
  saveReportWords(world.context(), {
    reportId,
    place: 'summary/summary',
    narrative,
    sentence: null,
    proposed: '',
    revision: 0,
  })

const narratives = async (id: string) =>
  (await listWords(world.db, id)).map(({ narrative, carriedFrom }) => [narrative, carriedFrom])

const freeze = async (reportId: string) =>
  freezeReport(world.context(), {
    reportId,
    council: 'Aldermere',
    revision: (await findReport(world.db, reportId))?.revision ?? 0,
  })

const same = async (id: string) => {
  const draft = await findReport(world.db, id)
  return draft ? (await loadBesideDraft(world.db, draft)).same : undefined
}

test('a draft of an earlier quarter does not begin with words about a later one', async () => {
  await write(await start(spring), 'Spring was better.')
  expect(await narratives(await start(winter))).toEqual([])
  expect(await narratives(await start(spring))).toEqual([['Spring was better.', 'Spring report']])
})

test('a second draft is told of the report that there is, and of other drafts', async () => {
  const first = await start(winter)
  expect(await same(first)).toEqual([])
  await freeze(first)
  const second = await start(winter)
  const third = await start(winter)
  expect(await same(third)).toEqual([
    { id: first, number: 1 },
    { id: second, number: null },
  ])
  for (const other of [
    spring,
    { ...winter, audience: 'external' as const },
    { ...winter, status: 'cp' },
    { ...winter, kind: 'dip' },
    { ...winter, from: '2026-01-02' },
  ]) {
    expect(await same(await start(other))).toEqual([])
  }
})

test('a report issued anew is not told of the one that it replaces, nor others of a replaced one', async () => {
  const first = await start(winter)
  await freeze(first)
  const anew = await reissueReport(world.context(), { reportId: first, reason: 'Two came late' })
  expect(await same(anew)).toEqual([])
  await freeze(anew)
  expect(await same(await start(winter))).toEqual([{ id: anew, number: 2 }])
})
