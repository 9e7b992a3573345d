/** Opens the page of the audit server in Chromium before each test, and looks afterwards for what may never happen. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { AuditServer, startAuditServer } from './autosave-server.tsx'
import { openChromium } from './chromium.ts'

/** Registers the hooks; call it inside `describe`, and read the parts inside tests. */
export const useAuditPage = () => {
  let browser: Browser
  let server: Awaited<ReturnType<typeof startAuditServer>>
  let complaints: string[] = []
  const at = {} as { state: AuditServer; page: Page }

  beforeAll(async () => {
    browser = await openChromium()
  })

  afterAll(async () => {
    await browser.close()
  })

  beforeEach(async () => {
    at.state = new AuditServer()
    server = await startAuditServer(at.state)
    at.page = await browser.newPage()
    complaints = []
    at.page.on('pageerror', (error) => complaints.push(error.message))
    at.page.on('console', (message) => {
      if (/Content Security Policy|htmx: .*swap|did not match/i.test(message.text())) {
        complaints.push(message.text())
      }
    })
  })

  // Typed text may never reach the browser's storage, and our policy allows nothing inline.
  afterEach(async () => {
    const stored = await at.page.evaluate(() => localStorage.length + sessionStorage.length)
    await at.page.context().close()
    await server.stop()
    expect(stored).toBe(0)
    expect(complaints).toEqual([])
  })

  const status = (key: string) => at.page.locator(`#saved-${key}`)
  return {
    at,
    status,
    open: () => at.page.goto(server.address),
    text: (key: string) => at.page.locator(`#${key}-text`),
    grade: (key: string, label: string) =>
      at.page.locator(`#item-${key}`).getByRole('radio', { name: label }),
    says: (key: string, words: string) =>
      expect.poll(() => status(key).textContent(), { timeout: 20_000 }).toContain(words),
    connection: () => at.page.locator('#pl-connection').textContent(),
    sessionWords: () => at.page.locator('#pl-session').textContent(),
  }
}
