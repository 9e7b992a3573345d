/** The components as a browser shows them: no fault that axe can see, no sideways scrolling, nothing our policy blocks. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faultsOf } from './axe.ts'
import { hasChromium, openChromium } from './chromium.ts'
import { specimens, startSpecimenServer } from './specimen-server.tsx'

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
