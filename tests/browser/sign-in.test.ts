/** Signing in, in a real browser, with JavaScript and without. */
import { describe, expect, test } from 'vitest'
import { hashPassword } from '../../src/people/password-hash.ts'
import { addPersonWith } from '../support/builders.ts'
import { hasChromium } from './chromium.ts'
import { type Site, useSite } from './site.ts'

const email = 'amara.osei@aldermere.example'
const password = 'correct horse battery'

const addAmara = async (site: Site) =>
  addPersonWith(site.context(), {
    email,
    name: 'Amara Osei',
    roles: ['manager'],
    passwordHash: await hashPassword(password, { N: 1024, r: 8, p: 1 }),
  })

describe.skipIf(!hasChromium)('signing in, in Chromium', { timeout: 60_000 }, () => {
  const newSite = useSite()

  test.each([true, false])(
    'leads to the page asked for (JavaScript: %s)',
    async (javaScriptEnabled) => {
      const site = await newSite()
      await addAmara(site)
      const page = await site.open('visitor', { javaScriptEnabled })
      await page.goto('/account')
      expect(await page.title()).toBe('Sign in – Plumbline')
      await page.getByLabel('Email address').fill(email)
      await page.getByLabel('Password', { exact: true }).fill('not this one')
      await page.getByRole('button', { name: 'Sign in' }).click()
      await page.waitForURL('**/sign-in')
      expect(await page.title()).toBe('Error: Sign in – Plumbline')
      expect(await page.getByRole('alert').textContent()).toContain(
        'The email address or the password is not right'
      )
      expect(await page.getByLabel('Email address').inputValue()).toBe(email)
      await page.getByLabel('Password', { exact: true }).fill(password)
      await page.keyboard.press('Enter')
      await page.waitForURL('**/account')
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Your account')
      const [cookie] = await page.context().cookies()
      expect(cookie).toMatchObject({ name: 'plumbline', httpOnly: true, sameSite: 'Lax' })
      await page.getByRole('button', { name: 'Sign out', exact: true }).click()
      await page.waitForURL('**/sign-in')
      expect(await page.context().cookies()).toEqual([])
    }
  )

  test('a page that was signed out of is not in the browser when one goes back', async () => {
    const site = await newSite()
    const page = await site.open('manager')
    await page.goto('/account')
    await page.getByRole('button', { name: 'Sign out', exact: true }).click()
    await page.waitForURL('**/sign-in')
    await page.goBack()
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Sign in')
  })
})
