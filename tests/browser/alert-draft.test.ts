/** Writing an alert in Chromium: it saves itself, two windows do not overwrite each other, and nothing typed is lost. */
import type { AddressInfo } from 'node:net'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { startDraft } from '../../src/alerts/start-draft.ts'
import { findAlert } from '../../src/alerts/store.ts'
import { layoutAssets } from '../../src/http/assets.ts'
import { newServer } from '../../src/http/http-server.ts'
import { newAlertCouncil } from '../alerts/alert-council.ts'
import { newApp } from '../support/app.ts'
import { hasChromium, openChromium } from './chromium.ts'

const LIMIT = { timeout: 40_000 }

const newDraft = async (chromium: Browser) => {
  const app = await newApp({}, layoutAssets())
  const council = await newAlertCouncil(app.context())
  const draft = { kind: 'informal', isImmediate: false, references: '', auditId: null }
  const id = await startDraft(council.as('iro'), draft)
  const server = newServer(app.app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const context: BrowserContext = await chromium.newContext({ baseURL: address })
  onTestFinished(async () => {
    await context.close()
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  const { cookie } = await app.browserOf(council.people.iro)
  const [name = '', value = ''] = cookie.split('=')
  await context.addCookies([{ name, value, url: address, httpOnly: true, sameSite: 'Lax' }])
  const open = async (): Promise<Page> => {
    const page = await context.newPage()
    await page.clock.setFixedTime(app.context().now)
    await page.goto(`/alerts/${id}/draft`)
    return page
  }
  return { context, open, kept: async () => (await findAlert(app.db, id))?.draft }
}

const says = (page: Page, sign: string) =>
  expect.poll(() => page.locator('#saved-draft').textContent(), LIMIT).toContain(sign)

const concern = (page: Page) => page.locator('[name="concern"]')

describe.skipIf(!hasChromium)('a draft in Chromium', { timeout: 180_000 }, () => {
  let chromium: Browser
  beforeAll(async () => {
    chromium = await openChromium()
  })
  afterAll(() => chromium.close())

  test('saves itself, and whoever works with the child follows the reference', async () => {
    const { open, kept } = await newDraft(chromium)
    const page = await open()
    await page.locator('[name="references"]').fill('C-100')
    await expect
      .poll(() => page.locator('#draft-people').textContent(), LIMIT)
      .toContain('works with case C-100')
    expect(await page.locator('#draft-people input[type=checkbox]:checked').count()).toBe(2)
    await concern(page).fill('The plan has not begun.')
    await expect.poll(async () => (await kept())?.concern, LIMIT).toBe('The plan has not begun.')
    await says(page, 'Saved at 09:00')
    // Nothing of it is left in the browser.
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0)
  })

  test('two windows: the second is shown both texts and nothing is overwritten unasked', async () => {
    const { open, kept } = await newDraft(chromium)
    const [one, two] = [await open(), await open()]
    await concern(one).fill('From the first window.')
    await says(one, 'Saved at 09:00')
    await expect.poll(async () => (await kept())?.concern, LIMIT).toBe('From the first window.')
    await concern(two).fill('From the second window.')
    await says(two, 'Another window of yours changed this')
    await says(two, 'From the first window.')
    await says(two, 'From the second window.')
    await concern(two).pressSequentially(' And more.')
    expect((await kept())?.concern).toBe('From the first window.')
    await two.getByRole('button', { name: 'Keep mine' }).click()
    await expect
      .poll(async () => (await kept())?.concern, LIMIT)
      .toBe('From the second window. And more.')
    await concern(one).fill('The first again.')
    await says(one, 'Another window of yours changed this')
    await one.getByRole('button', { name: 'Use theirs' }).click()
    await expect
      .poll(() => concern(one).inputValue(), LIMIT)
      .toBe('From the second window. And more.')
  })

  test('the connection is lost while typing: it says so, and all of it is saved once it is back', async () => {
    const { context, open, kept } = await newDraft(chromium)
    const page = await open()
    await concern(page).fill('Typed before.')
    await expect.poll(async () => (await kept())?.concern, LIMIT).toBe('Typed before.')
    await context.setOffline(true)
    await concern(page).fill('Typed before, and while nothing answered.')
    await page.locator('[name="impact"]').fill('Nobody knows.')
    await expect
      .poll(() => page.locator('body').textContent(), LIMIT)
      .toContain('Connection lost. What you typed is still on this page')
    // Raising waits as well: an error page would take the place of what was typed.
    await page.getByRole('button', { name: 'Raise the alert' }).click()
    expect(await concern(page).inputValue()).toBe('Typed before, and while nothing answered.')
    await context.setOffline(false)
    await expect.poll(async () => (await kept())?.impact, LIMIT).toBe('Nobody knows.')
    expect((await kept())?.concern).toBe('Typed before, and while nothing answered.')
  })
})
