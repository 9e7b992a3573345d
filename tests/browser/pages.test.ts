/**
 * Every page, at desktop and phone width: no fault that axe can see, no sideways scrolling, nothing that our policy
 * blocks. PLUMBLINE_SCREENSHOTS names a folder to keep pictures in.
 */
import { mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { submitAudit } from '../../src/audits/submit-audit.ts'
import { makePasswordLink } from '../../src/people/make-password-link.ts'
import type { Role } from '../../src/people/rules/permissions.ts'
import { answerAll, asPerson } from '../support/audit-answers.ts'
import { type OpenAudit, openAudit } from '../support/round-builders.ts'
import { faultsOf } from './axe.ts'
import { hasChromium } from './chromium.ts'
import { type Site, useSite } from './site.ts'

const pictures = process.env.PLUMBLINE_SCREENSHOTS ?? join(tmpdir(), 'plumbline-screenshots')

interface Visit {
  readonly as: Role | 'visitor'
  readonly path: (site: Site) => string | Promise<string>
}

const audit = async (site: Site) =>
  openAudit(site.context(), {
    auditorId: site.people.manager,
    case: { teamId: site.otherTeamId, age: 7, reference: '4417' },
  })

const auditPage =
  (place: string, prepare: (site: Site, made: OpenAudit) => Promise<unknown> = async () => 0) =>
  async (site: Site) => {
    const made = await audit(site)
    await prepare(site, made)
    return `/audits/${made.auditId}${place}`
  }

const answered = (site: Site, made: OpenAudit) => answerAll(site.context(), made)

const submitted = async (site: Site, made: OpenAudit) => {
  await answered(site, made)
  await submitAudit(asPerson(site.context(), made.auditorId), { auditId: made.auditId })
}

const pages: Readonly<Record<string, Visit>> = {
  'sign in': { as: 'visitor', path: () => '/sign-in' },
  'set password': {
    as: 'visitor',
    path: async (site) => (await makePasswordLink(site.context(), site.people.manager)).path,
  },
  'not found': { as: 'manager', path: () => '/no-such-page' },
  account: { as: 'manager', path: () => '/account' },
  'my work, empty': { as: 'manager', path: () => '/' },
  'my work, administrator': { as: 'administrator', path: () => '/' },
  rubrics: { as: 'manager', path: () => '/rubrics' },
  'my work, with an audit': {
    as: 'manager',
    path: async (site) => {
      await audit(site)
      return '/'
    },
  },
  'audit, parts': { as: 'manager', path: auditPage('') },
  'audit, safety': { as: 'manager', path: auditPage('/themes/safe-now') },
  'audit, theme': { as: 'manager', path: auditPage('/themes/cp_plan') },
  'audit, theme answered': { as: 'manager', path: auditPage('/themes/cp_plan', answered) },
  'audit, common': { as: 'manager', path: auditPage('/themes/common') },
  'audit, conclusions': { as: 'manager', path: auditPage('/conclusions', answered) },
  'audit, check with gaps': { as: 'manager', path: auditPage('/check') },
  'audit, check': { as: 'manager', path: auditPage('/check', answered) },
  'audit, submitted': { as: 'manager', path: auditPage('?submitted', submitted) },
  'audit, read by the QA lead': { as: 'qa_lead', path: auditPage('', submitted) },
  'audit, print': { as: 'qa_lead', path: auditPage('/print', answered) },
  rubric: { as: 'manager', path: () => '/rubrics/cp_plan/1' },
}

describe.skipIf(!hasChromium)('pages in Chromium', { timeout: 60_000 }, () => {
  const newSite = useSite()

  test.each(Object.entries(pages))('%s', async (name, visit) => {
    mkdirSync(pictures, { recursive: true })
    const site = await newSite()
    const page = await site.open(visit.as, { viewport: { width: 1280, height: 900 } })
    await page.goto(await visit.path(site))
    expect(await faultsOf(page, false)).toEqual([])
    const picture = join(pictures, name.replaceAll(/\W+/g, '-'))
    await page.screenshot({ path: `${picture}-1280.png`, fullPage: true })
    for (const width of [320, 375]) {
      await page.setViewportSize({ width, height: 800 })
      const wide = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(wide, `${name} at ${width} px`).toBeLessThanOrEqual(width)
    }
    expect(await faultsOf(page, true)).toEqual([])
    await page.screenshot({ path: `${picture}-375.png`, fullPage: true })
  })

  test('a page with faults has each of them found', async () => {
    const site = await newSite()
    const page = await site.open('manager', { viewport: { width: 375, height: 800 } })
    await page.goto('/account')
    await page.evaluate(() => {
      const main = document.querySelector('main')
      const pale = document.createElement('p')
      pale.className = 'govuk-body'
      pale.textContent = 'Pale words'
      pale.style.color = '#cccccc'
      const wide = document.createElement('div')
      wide.textContent = 'w'.repeat(400)
      const picture = document.createElement('img')
      picture.src = '/assets/none.png'
      main?.append(pale, wide, picture)
    })
    const faults = (await faultsOf(page, true)).map((fault) => fault.split(':')[0])
    expect(faults.sort()).toEqual(['color-contrast', 'image-alt'])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeGreaterThan(375)
  })
})
