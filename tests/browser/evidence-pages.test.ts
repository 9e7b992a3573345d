/** Every page of evidence packs, looked at in a real browser. */
import { describe, expect, test } from 'vitest'
import { submitAudit } from '../../src/audits/submit-audit.ts'
import { beginProgress, noteProgress } from '../../src/reports/export-progress-store.ts'
import { answerAll, asPerson } from '../support/audit-answers.ts'
import { openAudit } from '../support/round-builders.ts'
import { hasChromium } from './chromium.ts'
import { lookAt, type Visit } from './look-at.ts'
import { type Site, useSite } from './site.ts'

const withAudit =
  (path: string) =>
  async (site: Site): Promise<string> => {
    const made = await openAudit(site.context(), {
      auditorId: site.people.manager,
      case: { teamId: site.otherTeamId },
    })
    await answerAll(site.context(), made)
    await submitAudit(asPerson(site.context(), made.auditorId), { auditId: made.auditId })
    return path
  }

const EXPORT = '0199aaaa-0000-7000-8000-000000000001'

const pages: Readonly<Record<string, Visit>> = {
  'evidence pack': {
    heading: 'Evidence pack',
    as: 'qa_lead',
    path: withAudit('/reports/evidence'),
  },
  'evidence pack, empty': {
    heading: 'Evidence pack',
    as: 'qa_lead',
    path: () => '/reports/evidence?from=2001-01-01&to=2001-01-02',
  },
  'evidence pack, faults': {
    hasErrors: true,
    heading: 'Evidence pack',
    as: 'qa_lead',
    path: () => '/reports/evidence?from=2026-02-01&to=2026-01-01&team=nobody',
  },
  'evidence pack, how far': {
    heading: 'How far the evidence pack is',
    as: 'qa_lead',
    path: async ({ db, people, context }) => {
      const download = { exportId: EXPORT, watch: EXPORT, personId: people.qa_lead }
      const at = context().now
      await beginProgress(db, download, { total: 100, at })
      const state = 'writing'
      await noteProgress(db, download, { state, done: 40, total: 100, changedAt: at })
      return `/reports/evidence/progress?export=${EXPORT}`
    },
  },
  'evidence packs taken': {
    heading: 'Evidence packs taken',
    as: 'qa_lead',
    path: () => '/reports/evidence/exports',
  },
}
describe.runIf(hasChromium)('pages of evidence packs', { timeout: 60_000 }, () => {
  const open = useSite()
  test.each(Object.entries(pages))('%s', async (name, visit) => {
    await lookAt(await open(), name, visit)
  })

  test('the page keeps its own name while it tells how far the file is', async () => {
    const site = await open()
    const page = await site.open('qa_lead')
    await page.goto(await withAudit('/reports/evidence')(site))
    const title = await page.title()
    await page.locator('#evidence-excel').dispatchEvent('pointerup')
    await page.locator('#export-progress').getByRole('status').waitFor()
    expect(await page.title()).toBe(title)
  })
})
