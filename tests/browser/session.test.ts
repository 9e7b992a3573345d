/** The session that ends while somebody types, and leaving a page on which something is unsaved. */
import { describe, expect, it } from 'vitest'
import { useAuditPage } from './audit-page.ts'
import { hasChromium } from './chromium.ts'

describe.skipIf(!hasChromium)('session and leaving in Chromium', { timeout: 30_000 }, () => {
  const { at, grade, open, says, sessionWords, text } = useAuditPage()

  it('keeps what was typed when the session has ended, and saves it after the same person signed in', async () => {
    await open()
    at.state.personId = undefined
    await text('one').fill('Typed after the end')
    await grade('one', 'Good').check()
    await expect
      .poll(sessionWords)
      .toBe(
        'You have been signed out. Nothing you typed is lost while this page is open. Sign in again in a new tab and come back.'
      )
    const link = at.page.locator('#pl-session a')
    expect(await link.getAttribute('href')).toBe('/sign-in')
    expect(await link.getAttribute('target')).toBe('_blank')
    at.state.personId = 'amara'
    at.state.csrf = 'token-2'
    await at.page.evaluate(() => window.dispatchEvent(new Event('focus')))
    await says('one', 'Saved at')
    expect(at.state.answers.one?.text).toBe('Typed after the end')
    expect(at.state.posts.at(-1)?.body._csrf).toBe('token-2')
    expect(await sessionWords()).toBe('')
  })

  it('saves nothing for somebody else who signed in', async () => {
    await open()
    at.state.personId = undefined
    await grade('one', 'Good').check()
    await expect.poll(sessionWords).toContain('You have been signed out.')
    at.state.personId = 'kofi'
    at.state.csrf = 'token-of-kofi'
    await at.page.evaluate(() => window.dispatchEvent(new Event('focus')))
    await expect.poll(sessionWords).toContain('Somebody else is signed in in this browser now')
    expect(at.state.answers.one).toBeUndefined()
    expect(await at.page.locator('form[action="/form"] input[name=_csrf]').inputValue()).toBe(
      'token-1'
    )
  })

  it('takes over a new token by itself when another tab has signed in anew', async () => {
    await open()
    at.state.csrf = 'token-2'
    await grade('one', 'Good').check()
    await says('one', 'Saved at')
    expect(at.state.posts.map((post) => post.body._csrf)).toEqual(['token-1', 'token-2'])
  })

  it('warns on leaving while something is unsaved, and only then', async () => {
    const asked: string[] = []
    at.page.on('dialog', (dialog) => {
      asked.push(dialog.type())
      void dialog.dismiss()
    })
    await open()
    await at.page.context().setOffline(true)
    await text('one').fill('Unsaved')
    await says('one', 'Not saved yet')
    await at.page.locator('#away').click({ noWaitAfter: true })
    await expect.poll(() => asked).toEqual(['beforeunload'])
    await at.page.context().setOffline(false)
    await says('one', 'Saved at')
    await at.page.locator('#away').click()
    await at.page.waitForURL('**/elsewhere')
    expect(asked).toEqual(['beforeunload'])
  })

  it('lets the Save button wait for what is on its way', async () => {
    let release = () => {}
    at.state.gate = new Promise((resolve) => {
      release = resolve
    })
    await open()
    await text('one').fill('Nearly there')
    await at.page.getByRole('button', { name: 'Save and go on' }).click({ noWaitAfter: true })
    await says('one', 'Saving…')
    expect(at.state.submitted).toEqual([])
    at.state.gate = undefined
    release()
    await at.page.waitForURL('**/form')
    expect(at.state.submitted).toHaveLength(1)
    expect(at.state.submitted[0]).toMatchObject({ 'one.text': 'Nearly there', 'one.revision': '1' })
  })

  it('warns two minutes before the session ends, and lets the person stay', async () => {
    await at.page.clock.install({ time: new Date('2026-01-30T16:00:00Z') })
    await open()
    await at.page.clock.runFor(27 * 60_000)
    expect(await sessionWords()).toBe('')
    await at.page.clock.runFor(70_000)
    expect(await sessionWords()).toContain(
      'You will be signed out at 16:30 unless you stay. Nothing you typed will be lost.'
    )
    await at.page.evaluate(() => {
      const later = new Date(Date.now() + 30 * 60_000).toISOString()
      window.fetch = async () =>
        new Response(JSON.stringify({ personId: 'amara', csrf: 'token-1', idleEndsAt: later }))
    })
    await at.page.getByRole('button', { name: 'Stay signed in' }).click()
    await expect.poll(sessionWords).toBe('')
    await at.page.clock.runFor(31 * 60_000)
    expect(await sessionWords()).toContain('You have been signed out.')
  })
})
