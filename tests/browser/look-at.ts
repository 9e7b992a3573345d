/**
 * Looks at one page as everybody has to be able to: at desktop and phone width, no fault that axe can see and no sideways
 * scrolling. PLUMBLINE_SCREENSHOTS names a folder to put pictures of each in; taking them costs as much again.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Role } from '../../src/people/rules/permissions.ts'
import { faultsOf } from './axe.ts'
import type { Site } from './site.ts'

const pictures = process.env.PLUMBLINE_SCREENSHOTS

const picture = async (page: Page, name: string, width: number): Promise<void> => {
  if (!pictures) return
  mkdirSync(pictures, { recursive: true })
  const path = join(pictures, `${name.replaceAll(/\W+/g, '-')}-${width}.png`)
  await page.screenshot({ path, fullPage: true })
}

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
  const page = await site.open(visit.as, { viewport: { width: 1280, height: 900 } })
  await page.goto(await visit.path(site))
  await visit.first?.(page)
  // Otherwise an error page would be looked at and found well made.
  await page.getByRole('heading', { level: 1, name: visit.heading }).waitFor()
  await expect.poll(() => page.title()).toMatch(visit.hasErrors ? /^Error: / : /^(?!Error)/)
  expect(await faultsOf(page, false)).toEqual([])
  await picture(page, name, 1280)
  for (const width of [320, 375]) {
    await page.setViewportSize({ width, height: 800 })
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(wide, `${name} at ${width} px`).toBeLessThanOrEqual(width)
  }
  expect(await faultsOf(page, true)).toEqual([])
  await picture(page, name, 375)
}
