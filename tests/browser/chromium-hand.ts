/** Hands for the story of a whole round that use Chromium as a person does: see the form, fill it in, press its button. */
import type { Browser, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Hand, Shown, Values } from '../journeys/round-stage.ts'

interface Signed {
  readonly address: string
  readonly cookie: string
  readonly csrf: string
  /** The server's clock stands still; the browser's has to stand at the same instant. */
  readonly now: string
  readonly complaints: string[]
}

const tidy = (text: string | null): string => (text ?? '').replace(/\s+/g, ' ').trim()

const fillIn = async (form: Locator, values: Values): Promise<void> => {
  for (const [name, value] of Object.entries(values)) {
    const field = form.locator(`[name="${name}"]:not([type=hidden])`)
    const kind = await field.first().evaluate((element) => {
      for (let at = element.parentElement; at; at = at.parentElement) {
        if (at instanceof HTMLDetailsElement) at.open = true
      }
      return element instanceof HTMLSelectElement ? 'select' : element.getAttribute('type')
    })
    for (const each of [value].flat()) {
      if (kind === 'select') await field.selectOption(each)
      else if (kind === 'radio' || kind === 'checkbox') {
        await form.locator(`[name="${name}"][value="${each}"]`).check()
      } else await field.first().fill(each)
    }
  }
}

/** The form that has the button and all of the fields. */
const formOf = async (page: Page, button: string, values: Values): Promise<Locator> => {
  const at = await page.evaluate(
    ([text, names]) =>
      [...document.forms].findIndex(
        (form) =>
          [...form.querySelectorAll('button')].some(
            (each) => (each.textContent ?? '').replace(/\s+/g, ' ').trim() === text
          ) && names.every((name) => form.elements.namedItem(name) !== null)
      ),
    [button, Object.keys(values)] as const
  )
  if (at < 0) throw new Error(`${page.url()} has no form with ${button} and those fields`)
  return page.locator('form').nth(at)
}

export const chromiumHand = async (chromium: Browser, signed: Signed): Promise<Hand> => {
  const context = await chromium.newContext({ baseURL: signed.address })
  const [name = '', value = ''] = signed.cookie.split('=')
  await context.addCookies([{ name, value, url: signed.address, httpOnly: true, sameSite: 'Lax' }])
  const page = await context.newPage()
  await page.clock.setFixedTime(signed.now)
  page.on('pageerror', (error) => signed.complaints.push(error.message))
  page.on('console', (message) => {
    const isRequest = /^Failed to load resource|Failed to fetch/.test(message.text())
    if (message.type() === 'error' && !isRequest) signed.complaints.push(message.text())
  })
  let status = 0
  page.on('response', (response) => {
    if (response.request().isNavigationRequest()) status = response.status()
  })

  const shown = async (): Promise<Shown> => {
    const { pathname, search } = new URL(page.url())
    return {
      path: pathname + search,
      status,
      words: tidy(await page.locator('main').textContent()),
      whole: tidy(await page.locator('body').textContent()),
      links: await page
        .locator('a')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? '')),
    }
  }
  const leaveBy = async (step: Promise<unknown>): Promise<Shown> => {
    await Promise.all([page.waitForEvent('load'), step])
    return shown()
  }

  const says = async (sign: string): Promise<Shown> => {
    await expect.poll(() => page.locator('main').textContent(), { timeout: 20_000 }).toContain(sign)
    return shown()
  }

  return {
    open: async (path) => {
      await page.goto(path)
      return shown()
    },
    follow: async (href) => leaveBy(page.locator(`a[href="${href}"]`).first().click()),
    press: async (button, values = {}) => {
      const form = await formOf(page, button, values)
      await fillIn(form, values)
      return leaveBy(form.getByRole('button', { name: button, exact: true }).click())
    },
    pressFor: async (button, values, sign) => {
      const form = await formOf(page, button, values)
      await fillIn(form, values)
      await form.getByRole('button', { name: button, exact: true }).click()
      return says(sign)
    },
    type: async (button, values, sign) => {
      await fillIn(await formOf(page, button, values), values)
      return says(sign)
    },
    send: async (path, values) => {
      if (!page.url().startsWith('http')) await page.goto('/')
      return page.evaluate(
        async ([to, fields, csrf]) => {
          const body = new URLSearchParams({ _csrf: csrf })
          for (const [key, given] of Object.entries(fields ?? {})) {
            for (const each of [given].flat()) body.append(key, each)
          }
          const answer = await fetch(to, fields ? { method: 'POST', body } : {})
          return answer.status
        },
        [path, values, signed.csrf] as const
      )
    },
  }
}
