/** Every page of reports and learning circulars, looked at in a real browser. */
import { describe, expect, test } from 'vitest'
import { freezeReport } from '../../src/reports/freeze-report.ts'
import { issueCircular } from '../../src/reports/issue-circular.ts'
import { chapterKeys } from '../../src/reports/rules/report-model.ts'
import { saveCircular } from '../../src/reports/save-circular.ts'
import { startCircular } from '../../src/reports/start-circular.ts'
import { startReport } from '../../src/reports/start-report.ts'
import { run } from '../support/results-file.ts'
import { hasChromium } from './chromium.ts'
import { lookAt, type Visit } from './look-at.ts'
import { type Site, useSite } from './site.ts'

const grades = [
  'good',
  'good',
  'good',
  'good',
  'good',
  'good',
  'requires improvement',
  'inadequate',
]

const draft = async (site: Site) => {
  const rows = ['2025-11-20', '2026-02-20'].flatMap((on) =>
    grades.flatMap((grade, at) =>
      ['', 'cp.clarity'].map((item) => `${on}-${at},Round ${on},${on},cp_plan,${item},${grade}`)
    )
  )
  await run(site.context(), ['audit_ref,round,audited_on,theme,item,grade', ...rows].join('\n'))
  return startReport(site.context(), {
    ...{ title: 'Report', audience: 'internal', from: '2026-01-01', to: '2026-03-31' },
    ...{ teamId: null, status: null, kind: null, chapters: chapterKeys },
  })
}

const frozen = async (site: Site) => {
  const reportId = await draft(site)
  await freezeReport(site.context(), { reportId, council: 'Aldermere', revision: 1 })
  return reportId
}

const circular = async (site: Site) => {
  const circularId = await startCircular(site.context(), {
    ...{ theme: 'cp_plan', from: '2026-01-01', to: '2026-03-31' },
  })
  await saveCircular(site.context(), {
    circularId,
    words: { title: 'Plans', strong: 'Visits are on time.', change: 'Say why.', next: 'Read one.' },
    looks: ['cp.clarity', 'cp.visits'],
    revision: 1,
  })
  return circularId
}

const published = async (site: Site) => {
  const circularId = await circular(site)
  await issueCircular(site.context(), { circularId, revision: 2 })
  return circularId
}

const at =
  (make: (site: Site) => Promise<string>, place: string, base = '/reports') =>
  async (site: Site): Promise<string> =>
    `${base}/${await make(site)}${place}`

const circulars = '/reports/circulars'

const visit = (heading: string, path: Visit['path'], as: Visit['as'] = 'qa_lead'): Visit => ({
  ...{ heading, path, as },
})

const pages: Readonly<Record<string, Visit>> = {
  'report, draft': visit('Report', at(draft, '')),
  'report, writing': visit('Report', at(draft, '/write')),
  'report, settings': visit('What this report is about', at(draft, '/settings')),
  'report, freeze': visit('Freeze this report?', at(draft, '/freeze')),
  'report, discard': visit('Discard this draft?', at(draft, '/discard')),
  'report, frozen': visit('Report', at(frozen, '')),
  'report, reissue': visit('Issue this report anew?', at(frozen, '/reissue')),
  'reports taken out': visit('Who took what out', () => '/reports/exports'),
  'circulars, none': visit('Learning circulars', () => circulars, 'practitioner'),
  'circular to start': visit('Start a learning circular', () => `${circulars}/new`),
  'circular, published': visit('Plans', at(published, '', circulars), 'practitioner'),
  'circular, writing': visit('Write the circular', at(circular, '/write', circulars)),
  'circular, findings': visit('Choose what audits found', at(circular, '/findings', circulars)),
  'circular, publish': visit('Publish this circular?', at(circular, '/publish', circulars)),
  'circular, discard': visit('Discard this draft?', at(circular, '/discard', circulars)),
  'circular, withdraw': visit('Withdraw this circular?', at(published, '/withdraw', circulars)),
}

describe.runIf(hasChromium)('pages of reports', { timeout: 60_000 }, () => {
  const open = useSite()
  test.each(Object.entries(pages))('%s', async (name, one) => {
    await lookAt(await open(), name, one)
  })

  test('on paper, every table of a report keeps its last column', async () => {
    const site = await open()
    // A4 upright between margins of 20 mm.
    const page = await site.open('qa_lead', { viewport: { width: 642, height: 900 } })
    await page.goto(`/reports/${await frozen(site)}`)
    await page.emulateMedia({ media: 'print' })
    const ends = await page.evaluate(() =>
      [...document.querySelectorAll('.pl-report__chapter table')].map((table) => {
        const paper = document.querySelector('main')?.getBoundingClientRect().right ?? 0
        return [
          table.querySelector('caption')?.textContent,
          table.getBoundingClientRect().right - paper,
        ]
      })
    )
    expect(ends.length).toBeGreaterThan(4)
    expect(ends.filter(([, beyond]) => Number(beyond) > 1)).toEqual([])
  })

  test('a draft says that it saves itself only where there is a script to do it', async () => {
    const site = await open()
    const address = `/reports/${await draft(site)}/write`
    const shown = async (javaScriptEnabled: boolean) => {
      const page = await site.open('qa_lead', { javaScriptEnabled })
      await page.goto(address)
      return page.getByText('Sentences follow the figures').innerText()
    }
    expect(await shown(true)).toMatch(/What you type saves itself\.$/)
    expect(await shown(false)).toMatch(/Save what you type with the button below it\.$/)
  })
})
