/**
 * The whole application on a free port, with a person of each role, and pages of a real browser that are signed in. What
 * the browser complains of fails the test, and so does anything kept in its storage.
 */
import type { AddressInfo } from 'node:net'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest'
import { createApp } from '../../src/app.tsx'
import { layoutAssets } from '../../src/http/assets.ts'
import { newServer } from '../../src/http/http-server.ts'
import type { Role } from '../../src/people/rules/permissions.ts'
import { NOW } from '../support/context.ts'
import { newWorld, type World } from '../support/world.ts'
import { openChromium } from './chromium.ts'

export interface Site extends World {
  readonly address: string
  /** What the browser has complained of so far; has to be empty when the test ends. */
  readonly complaints: string[]
  /** A page in a browser of its own, signed in as the role's person; nobody's for a visitor. */
  readonly open: (role: Role | 'visitor', options?: BrowserContextOptions) => Promise<Page>
  /** Signs the page's browser in anew, as somebody does in another tab. */
  readonly signInAgain: (page: Page, role: Role) => Promise<void>
}

/** What no page may ever make the browser say. Requests that failed are the test's own doing. */
const watch = (page: Page, complaints: string[]): void => {
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    const isRequest = /^Failed to load resource|Failed to fetch/.test(message.text())
    if (message.type() === 'error' && !isRequest) complaints.push(message.text())
  })
}

/** Computers are shared: nothing typed may stay in the browser (contracts.md §10). */
const storedBy = async (page: Page): Promise<string[]> => {
  if (!page.url().startsWith('http')) return []
  const stored = await page.evaluate(() => Object.keys({ ...localStorage, ...sessionStorage }))
  return stored.map((key) => `keeps ${key} in the browser's storage`)
}

const giveCookie = async (site: World, context: BrowserContext, role: Role, address: string) => {
  const [name = '', value = ''] = (await site.as(role)).cookie.split('=')
  await context.addCookies([{ name, value, url: address, httpOnly: true, sameSite: 'Lax' }])
}

/** Registers the hooks; call it inside `describe` and the function it gives inside tests. */
export const useSite = (): ((given?: { isDemo?: boolean }) => Promise<Site>) => {
  let chromium: Browser
  beforeAll(async () => {
    chromium = await openChromium()
  })
  afterAll(async () => {
    await chromium.close()
  })

  return async ({ isDemo = false } = {}) => {
    const world = await newWorld({}, layoutAssets())
    const council = { ...world.deps.council, isDemo }
    const server = newServer(createApp({ ...world.deps, council }))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const complaints: string[] = []
    const contexts: BrowserContext[] = []

    onTestFinished(async () => {
      for (const context of contexts) {
        for (const page of context.pages()) complaints.push(...(await storedBy(page)))
        await context.close()
      }
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      expect(complaints).toEqual([])
    })

    return {
      ...world,
      address,
      complaints,
      open: async (role, options = {}) => {
        const context = await chromium.newContext({ baseURL: address, ...options })
        contexts.push(context)
        if (role !== 'visitor') await giveCookie(world, context, role, address)
        const page = await context.newPage()
        // The server's clock stands still; the browser's has to stand at the same instant.
        await page.clock.setFixedTime(NOW)
        watch(page, complaints)
        return page
      },
      signInAgain: (page, role) => giveCookie(world, page.context(), role, address),
    }
  }
}
