/**
 * Looks at one page as everybody has to be able to: at desktop and phone width, no fault that axe can see and no sideways
 * scrolling. PLUMBLINE_SCREENSHOTS names a folder to keep pictures in; without it they go to a temporary one.
 */
import { mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Role } from '../../src/people/rules/permissions.ts'
import { faultsOf } from './axe.ts'
import type { Site } from './site.ts'

const pictures = process.env.PLUMBLINE_SCREENSHOTS ?? join(tmpdir(), 'plumbline-screenshots')

export interface Visit {
  readonly as: Role | 'visitor'
  /** What the page calls itself, or a part of it. */
  readonly heading: string
  /** It shows what was wrong with what was sent. */
  readonly hasErrors?: boolean
  readonly path: (site: Site) => string | Promise<string>
  /** What is done on the page before it is looked at. */
  readonly first?: (page: Page) => Promise<unknown>
}

export const lookAt = async (site: Site, name: string, visit: Visit): Promise<void> => {
  mkdirSync(pictures, { recursive: true })
  const page = await site.open(visit.as, { viewport: { width: 1280, height: 900 } })
  await page.goto(await visit.path(site))
  await visit.first?.(page)
  // Otherwise an error page would be looked at and found well made.
  await page.getByRole('heading', { level: 1, name: visit.heading }).waitFor()
  await expect.poll(() => page.title()).toMatch(visit.hasErrors ? /^Error: / : /^(?!Error)/)
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
}
