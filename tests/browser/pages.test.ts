/**
 * Every page, at desktop and phone width: no fault that axe can see, no sideways scrolling, nothing that our policy
 * blocks. PLUMBLINE_SCREENSHOTS names a folder to keep pictures in.
 */
import { mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { makePasswordLink } from '../../src/people/make-password-link.ts'
import type { Role } from '../../src/people/rules/permissions.ts'
import { faultsOf } from './axe.ts'
import { hasChromium } from './chromium.ts'
import { type Site, useSite } from './site.ts'

const pictures = process.env.PLUMBLINE_SCREENSHOTS ?? join(tmpdir(), 'plumbline-screenshots')

interface Visit {
  readonly as: Role | 'visitor'
  readonly path: (site: Site) => string | Promise<string>
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
})
