/** What every file of a report says of itself: a draft or frozen, what it replaces and why, what replaced it. */
import mammoth from 'mammoth'
import readXlsx from 'read-excel-file/node'
import { beforeEach, describe, expect, test } from 'vitest'
import { freezeReport } from '../../src/reports/freeze-report.ts'
import { reissueReport } from '../../src/reports/reissue-report.ts'
import { findReport } from '../../src/reports/report-store.ts'
import type { ReportSettings } from '../../src/reports/rules/report-settings.ts'
import { startReport } from '../../src/reports/start-report.ts'
import { run } from '../support/results-file.ts'
import { newWorld, type World } from '../support/world.ts'

let world: World
beforeEach(async () => {
  world = await newWorld()
  await run(
    world.context(),
    'audit_ref,round,audited_on,theme,item,grade\nWinter-good-1,Winter,2017-02-28,Child in need plan,,good'
  )
})

const quarter: ReportSettings = {
  ...{ title: 'Quarterly report', audience: 'internal', from: '2017-01-01', to: '2017-03-31' },
  ...{ teamId: null, status: null, kind: null, chapters: ['practice', 'method'] },
}

const freeze = async (reportId: string) => {
  const report = await findReport(world.db, reportId)
  const revision = report?.revision ?? 0
  return freezeReport(world.context(), { reportId, council: 'Aldermere', revision })
}

describe('every file of a report says whether it stands', () => {
  const told = async (reportId: string, { inWord = false } = {}) => {
    const lead = await world.as('qa_lead')
    const file = async (format: string) =>
      Buffer.from(
        await (await lead.get(`/reports/${reportId}/files/report.${format}`)).arrayBuffer()
      )
    const [sheet] = await readXlsx(await file('xlsx'))
    const plain = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
    return {
      word: inWord
        ? plain((await mammoth.convertToHtml({ buffer: await file('docx') })).value)
        : '',
      page: plain(String(await file('html'))),
      excel: (sheet?.data ?? []).filter(([chapter]) => chapter === 'Report').slice(2),
      json: JSON.parse(String(await file('json'))).report,
    }
  }

  test('a draft, one frozen, one that was replaced and the one instead of it', async () => {
    const first = await startReport(world.context(), quarter)
    const draft = await told(first)
    expect(draft.excel.map(([, name, words]) => [name, words])).toEqual([
      ['Period', 'January to March 2017 (1 Jan 2017 to 31 Mar 2017)'],
      ['For', 'For inside the council'],
      ['Cases', 'The whole council'],
      ['State', 'Draft: its figures may change'],
    ])
    expect(draft.page).toContain('Draft: its figures may')
    await freeze(first)
    const second = await reissueReport(world.context(), { reportId: first, reason: 'A late round' })
    expect((await told(first)).excel.at(-1)).toEqual([
      'Report',
      'State',
      'Frozen as report 1 on Monday 12 January 2026',
    ])
    await freeze(second)
    const old = await told(first, { inWord: true })
    expect(old.excel.at(-1)).toEqual(['Report', 'Replaced by', 'Report 2: use that one'])
    expect(old.json).toMatchObject({ number: 1, replaces: null, replacedBy: 2 })
    const now = await told(second, { inWord: true })
    expect(now.excel.at(-1)).toEqual(['Report', 'Replaces', 'Report 1. A late round'])
    expect(now.json).toMatchObject({
      number: 2,
      frozenAt: '2026-01-12T09:00:00.000Z',
      replaces: { number: 1, reason: 'A late round' },
      replacedBy: null,
    })
    for (const text of [now.word, now.page]) {
      expect(text).toContain('Frozen as report 2 on Monday 12 January 2026')
      expect(text).toContain('Report 1. A late round')
    }
    for (const text of [old.word, old.page]) expect(text).toContain('Report 2: use that one')
  })

  test('a reason that leaves the council names no case and nobody who works here', async () => {
    const first = await startReport(world.context(), { ...quarter, audience: 'external' })
    await freeze(first)
    const reissue = (reason: string) => reissueReport(world.context(), { reportId: first, reason })
    await expect(reissue('Winter-good-1 was wrong')).rejects.toThrow('Take out “Winter-good-1”')
    await expect(reissue('The manager was wrong')).rejects.toThrow('Take out “The manager”')
    await expect(reissue('A late round')).resolves.toBeDefined()
  })
})
