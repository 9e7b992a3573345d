/** Saving as it happens in a real browser: nothing typed is lost, nobody is overwritten, and the page says so. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { AuditServer, startAuditServer } from './autosave-server.tsx'
import { hasChromium, openChromium } from './chromium.ts'

describe.skipIf(!hasChromium)('autosave in Chromium', { timeout: 30_000 }, () => {
  let browser: Browser
  let state: AuditServer
  let server: Awaited<ReturnType<typeof startAuditServer>>
  let page: Page
  let complaints: string[]

  beforeAll(async () => {
    browser = await openChromium()
  })

  afterAll(async () => {
    await browser.close()
  })

  beforeEach(async () => {
    state = new AuditServer()
    server = await startAuditServer(state)
    page = await browser.newPage()
    complaints = []
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (message) => {
      if (/Content Security Policy|htmx: .*swap|did not match/i.test(message.text())) {
        complaints.push(message.text())
      }
    })
  })

  afterEach(async () => {
    const stored = await page.evaluate(() => localStorage.length + sessionStorage.length)
    await page.context().close()
    await server.stop()
    expect(stored).toBe(0)
    expect(complaints).toEqual([])
  })

  const open = () => page.goto(server.address)
  const text = (key: string) => page.locator(`#${key}-text`)
  const status = (key: string) => page.locator(`#saved-${key}`)
  const grade = (key: string, label: string) =>
    page.locator(`#item-${key}`).getByRole('radio', { name: label })
  const says = (key: string, words: string) =>
    expect.poll(() => status(key).textContent(), { timeout: 20_000 }).toContain(words)
  const connection = () => page.locator('#pl-connection').textContent()
  const sessionWords = () => page.locator('#pl-session').textContent()

  it('saves a choice at once and says when, and the panel follows without taking the focus', async () => {
    await open()
    await grade('one', 'Good').check()
    await says('one', 'Saved at 16:42')
    expect(state.answers.one).toEqual({ grade: 'good', text: '', revision: 1 })
    expect(await page.locator('#side-panel').textContent()).toContain('1 of 2 answered')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('value'))).toBe('good')
    expect(await status('one').getAttribute('role')).toBe('status')
  })

  it('posts one item, not its neighbours, with its revision and the token', async () => {
    await open()
    await text('two').fill('Not yet saved')
    await grade('one', 'Good').check()
    await says('one', 'Saved at')
    const [first] = state.posts.filter((post) => post.key === 'one')
    expect(first?.body).toEqual({
      'one.grade': 'good',
      'one.reason': '',
      'one.text': '',
      'one.revision': '0',
      _csrf: 'token-1',
    })
  })

  it('saves typing after a pause and on leaving the field, once', async () => {
    await open()
    await text('one').pressSequentially('Seen alone twice')
    await says('one', 'Saved at')
    await text('two').focus()
    await text('two').pressSequentially('x')
    await says('two', 'Saved at')
    expect(state.answers.one?.text).toBe('Seen alone twice')
    expect(state.posts.map((post) => post.key)).toEqual(['one', 'two'])
  })

  it('loses nothing typed while a save is on its way', async () => {
    let release = () => {}
    state.gate = new Promise((resolve) => {
      release = resolve
    })
    await open()
    await text('one').fill('First')
    await grade('one', 'Good').check()
    await says('one', 'Saving…')
    await text('one').fill('First and second')
    await grade('one', 'Inadequate').check()
    state.gate = undefined
    release()
    await says('one', 'Saved at')
    await expect
      .poll(() => state.answers.one)
      .toEqual({
        grade: 'inadequate',
        text: 'First and second',
        revision: 2,
      })
    expect(await text('one').inputValue()).toBe('First and second')
  })

  it('says that the connection is lost, keeps trying and saves in order', async () => {
    await open()
    await page.context().setOffline(true)
    await text('two').fill('Second question first')
    await grade('two', 'Good').check()
    await text('one').fill('Then the first')
    await grade('one', 'Good').check()
    await expect
      .poll(connection)
      .toBe(
        'Connection lost. What you typed is still on this page; we keep trying. 2 answers are not saved yet.'
      )
    await says('one', 'Not saved yet')
    expect(state.posts).toEqual([])
    await page.context().setOffline(false)
    await says('one', 'Saved at')
    await says('two', 'Saved at')
    await expect.poll(connection).toBe('')
    const order = [...new Set(state.posts.map((post) => post.key))]
    expect(order).toEqual(['two', 'one'])
    expect(state.answers.two?.text).toBe('Second question first')
    expect(state.answers.one?.text).toBe('Then the first')
  })

  it('treats a fault of the server like a lost connection', async () => {
    state.failWith = 503
    await open()
    await grade('one', 'Good').check()
    await expect.poll(connection).toContain('1 answer is not saved yet.')
    state.failWith = undefined
    await says('one', 'Saved at')
    await expect.poll(connection).toBe('')
  })

  it('makes no conflict of its own when the answer to a save was lost', async () => {
    state.loseAnswer = true
    await open()
    await text('one').fill('Arrived')
    await grade('one', 'Good').check()
    await says('one', 'Not saved yet')
    await text('one').fill('Arrived, and went on')
    state.loseAnswer = false
    await says('one', 'Saved at')
    await expect.poll(() => state.answers.one?.text).toBe('Arrived, and went on')
    await says('one', 'Saved at')
    expect(state.answers.one?.revision).toBe(2)
  })

  it('keeps what was typed when the session has ended, and saves it after the same person signed in', async () => {
    await open()
    state.personId = undefined
    await text('one').fill('Typed after the end')
    await grade('one', 'Good').check()
    await expect
      .poll(sessionWords)
      .toBe(
        'You have been signed out. Nothing you typed is lost while this page is open. Sign in again in a new tab and come back.'
      )
    const link = page.locator('#pl-session a')
    expect(await link.getAttribute('href')).toBe('/sign-in')
    expect(await link.getAttribute('target')).toBe('_blank')
    state.personId = 'amara'
    state.csrf = 'token-2'
    await page.evaluate(() => window.dispatchEvent(new Event('focus')))
    await says('one', 'Saved at')
    expect(state.answers.one?.text).toBe('Typed after the end')
    expect(state.posts.at(-1)?.body._csrf).toBe('token-2')
    expect(await sessionWords()).toBe('')
  })

  it('saves nothing for somebody else who signed in', async () => {
    await open()
    state.personId = undefined
    await grade('one', 'Good').check()
    await expect.poll(sessionWords).toContain('You have been signed out.')
    state.personId = 'kofi'
    state.csrf = 'token-of-kofi'
    await page.evaluate(() => window.dispatchEvent(new Event('focus')))
    await expect.poll(sessionWords).toContain('Somebody else is signed in in this browser now')
    expect(state.answers.one).toBeUndefined()
    expect(await page.locator('form[action="/form"] input[name=_csrf]').inputValue()).toBe(
      'token-1'
    )
  })

  it('takes over a new token by itself when another tab has signed in anew', async () => {
    await open()
    state.csrf = 'token-2'
    await grade('one', 'Good').check()
    await says('one', 'Saved at')
    expect(state.posts.map((post) => post.body._csrf)).toEqual(['token-1', 'token-2'])
  })

  it('shows both texts of a conflict, saves nothing until one is chosen, and keeps mine', async () => {
    await open()
    state.answers.one = { grade: 'inadequate', text: 'What Kofi wrote', revision: 1 }
    await text('one').fill('What Amara wrote')
    await grade('one', 'Good').check()
    await says('one', 'Kofi Mensah changed this at 16:42')
    const words = (await status('one').textContent()) ?? ''
    expect(words).toContain('What Kofi wrote')
    expect(words).toContain('What Amara wrote')
    const tried = state.posts.length
    await text('one').fill('What Amara wrote, and more')
    await grade('two', 'Good').check()
    await says('two', 'Saved at')
    expect(state.posts.length).toBe(tried + 1)
    await status('one').getByRole('button', { name: 'Keep mine' }).click()
    await says('one', 'Saved at')
    expect(state.answers.one).toEqual({
      grade: 'good',
      text: 'What Amara wrote, and more',
      revision: 2,
    })
  })

  it('takes theirs into the page when that is chosen', async () => {
    await open()
    state.answers.one = { grade: 'inadequate', text: 'What Kofi wrote', revision: 1 }
    await grade('one', 'Good').check()
    await says('one', 'Both are below')
    await status('one').getByRole('button', { name: 'Use theirs' }).click()
    await says('one', 'Theirs is kept')
    expect(await text('one').inputValue()).toBe('What Kofi wrote')
    expect(await grade('one', 'Inadequate').isChecked()).toBe(true)
    await text('one').fill('What Kofi wrote, agreed')
    await says('one', 'Saved at')
    expect(state.answers.one).toEqual({
      grade: 'inadequate',
      text: 'What Kofi wrote, agreed',
      revision: 2,
    })
  })

  it('says what is wrong with a refused answer and tries again only when it is changed', async () => {
    await open()
    await text('one').fill('<script>alert(1)</script>')
    await says('one', 'Not saved. Write it without script.')
    expect(state.answers.one).toBeUndefined()
    await text('one').fill('Plain words')
    await says('one', 'Saved at')
    expect(state.posts).toHaveLength(2)
  })

  it.each([404, 409, 413])('shows the words of a %i that is no fragment', async (code) => {
    state.failWith = code
    await open()
    await grade('one', 'Good').check()
    await says('one', 'Not saved. A fault.')
    expect(await page.locator('[data-save-status]').count()).toBe(2)
  })

  it('warns on leaving while something is unsaved, and only then', async () => {
    const asked: string[] = []
    page.on('dialog', (dialog) => {
      asked.push(dialog.type())
      void dialog.dismiss()
    })
    await open()
    await page.context().setOffline(true)
    await text('one').fill('Unsaved')
    await says('one', 'Not saved yet')
    await page.locator('#away').click({ noWaitAfter: true })
    await expect.poll(() => asked).toEqual(['beforeunload'])
    await page.context().setOffline(false)
    await says('one', 'Saved at')
    await page.locator('#away').click()
    await page.waitForURL('**/elsewhere')
    expect(asked).toEqual(['beforeunload'])
  })

  it('lets the Save button wait for what is on its way', async () => {
    let release = () => {}
    state.gate = new Promise((resolve) => {
      release = resolve
    })
    await open()
    await text('one').fill('Nearly there')
    await page.getByRole('button', { name: 'Save and go on' }).click({ noWaitAfter: true })
    await says('one', 'Saving…')
    expect(state.submitted).toEqual([])
    state.gate = undefined
    release()
    await page.waitForURL('**/form')
    expect(state.submitted).toHaveLength(1)
    expect(state.submitted[0]).toMatchObject({ 'one.text': 'Nearly there', 'one.revision': '1' })
  })

  it('warns two minutes before the session ends, and lets the person stay', async () => {
    await page.clock.install({ time: new Date('2026-01-30T16:00:00Z') })
    await open()
    await page.clock.runFor(27 * 60_000)
    expect(await sessionWords()).toBe('')
    await page.clock.runFor(70_000)
    expect(await sessionWords()).toContain(
      'You will be signed out at 16:30 unless you stay. Nothing you typed will be lost.'
    )
    await page.evaluate(() => {
      const later = new Date(Date.now() + 30 * 60_000).toISOString()
      window.fetch = async () =>
        new Response(JSON.stringify({ personId: 'amara', csrf: 'token-1', idleEndsAt: later }))
    })
    await page.getByRole('button', { name: 'Stay signed in' }).click()
    await expect.poll(sessionWords).toBe('')
    await page.clock.runFor(31 * 60_000)
    expect(await sessionWords()).toContain('You have been signed out.')
  })
})

describe.skipIf(!hasChromium)('without JavaScript', { timeout: 30_000 }, () => {
  it('posts the same form with a Save button', async () => {
    const browser = await openChromium()
    const state = new AuditServer()
    const server = await startAuditServer(state)
    try {
      const page = await browser.newPage({ javaScriptEnabled: false })
      await page.goto(server.address)
      await page.locator('#item-one').getByText('Not applicable to this child').click()
      await page.locator('#one-grade-reason').fill('Not of school age')
      await page.locator('#two-text').fill('Words')
      await page.getByRole('button', { name: 'Save and go on' }).click()
      await page.waitForURL('**/form')
      expect(state.submitted[0]).toMatchObject({
        'one.grade': 'not_applicable',
        'one.reason': 'Not of school age',
        'two.text': 'Words',
        _csrf: 'token-1',
      })
    } finally {
      await browser.close()
      await server.stop()
    }
  })
})
