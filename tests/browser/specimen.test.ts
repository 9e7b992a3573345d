/** The components as a browser shows them: no fault that axe can see, no sideways scrolling, nothing our policy blocks. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasChromium, openChromium } from './chromium.ts'
import { specimens, startSpecimenServer } from './specimen-server.tsx'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Contrast that axe cannot decide counts as a fault, so that nothing hides behind it. */
const faultsOf = async (page: Page, isPhone: boolean): Promise<string[]> => {
  const results = (await page.evaluate(
    `${axe}; axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })`
  )) as AxeResults
  // On a phone, what a table has scrolled out of sight cannot be judged; it has the colours it has on a desk.
  const undecided = results.incomplete.filter(({ id }) => id === 'color-contrast' && !isPhone)
  // Text in a chart axe cannot judge (tests/views/colours.test.ts does), and GOV.UK's script marks radios that reveal
  // something as expanded, which it keeps on purpose.
  const known = /^<text |^<input class="govuk-radios__input"[^>]*aria-controls/
  return [...results.violations, ...undecided].flatMap(({ id, nodes }) =>
    nodes
      .filter((node) => !known.test(node.html))
      .map((node) => `${id}: ${node.html.slice(0, 160)}`)
  )
}

describe.skipIf(!hasChromium)('specimen pages in Chromium', { timeout: 60_000 }, () => {
  let browser: Browser
  let server: Awaited<ReturnType<typeof startSpecimenServer>>

  beforeAll(async () => {
    browser = await openChromium()
    server = await startSpecimenServer()
  })

  afterAll(async () => {
    await browser.close()
    await server.stop()
  })

  it.each(Object.keys(specimens))('%s', async (path) => {
    const page = await browser.newPage({ bypassCSP: false })
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text())
    })
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.goto(`${server.address}${path}`)
    expect(await faultsOf(page, false)).toEqual([])
    for (const width of [375, 320]) {
      await page.setViewportSize({ width, height: 800 })
      const wide = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(wide, `${path} at ${width} px`).toBeLessThanOrEqual(width)
    }
    expect(await faultsOf(page, true)).toEqual([])
    expect(complaints).toEqual([])
    await page.close()
  })
})
