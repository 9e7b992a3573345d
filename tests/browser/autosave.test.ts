/** Saving as it happens in a real browser: nothing typed is lost, nobody is overwritten, and the page says so. */
import { describe, expect, it } from 'vitest'
import { useAuditPage } from './audit-page.ts'
import { AuditServer, startAuditServer } from './autosave-server.tsx'
import { hasChromium, openChromium } from './chromium.ts'

describe.skipIf(!hasChromium)('autosave in Chromium', { timeout: 30_000 }, () => {
  const { at, connection, grade, open, says, status, text } = useAuditPage()

  it('saves a choice at once and says when, and the panel follows without taking the focus', async () => {
    await open()
    await grade('one', 'Good').check()
    await says('one', 'Saved at 16:42')
    expect(at.state.answers.one).toEqual({ grade: 'good', text: '', revision: 1 })
    expect(await at.page.locator('#side-panel').textContent()).toContain('1 of 2 answered')
    expect(await at.page.evaluate(() => document.activeElement?.getAttribute('value'))).toBe('good')
    expect(await status('one').getAttribute('role')).toBe('status')
  })

  it('posts one item, not its neighbours, with its revision and the token', async () => {
    await open()
    await text('two').fill('Not yet saved')
    await grade('one', 'Good').check()
    await says('one', 'Saved at')
    const [first] = at.state.posts.filter((post) => post.key === 'one')
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
    expect(at.state.answers.one?.text).toBe('Seen alone twice')
    expect(at.state.posts.map((post) => post.key)).toEqual(['one', 'two'])
  })

  it('says again that it is saved when the saved words are typed back', async () => {
    await open()
    await text('one').fill('Seen alone')
    await says('one', 'Saved at 16:42')
    await text('one').pressSequentially('x')
    await text('one').press('Backspace')
    await says('one', 'Saved at 16:42')
    expect(at.state.answers.one?.text).toBe('Seen alone')
  })

  it('loses nothing typed while a save is on its way', async () => {
    let release = () => {}
    at.state.gate = new Promise((resolve) => {
      release = resolve
    })
    await open()
    await text('one').fill('First')
    await grade('one', 'Good').check()
    await says('one', 'Saving…')
    await text('one').fill('First and second')
    await grade('one', 'Inadequate').check()
    at.state.gate = undefined
    release()
    await says('one', 'Saved at')
    await expect
      .poll(() => at.state.answers.one)
      .toEqual({
        grade: 'inadequate',
        text: 'First and second',
        revision: 2,
      })
    expect(await text('one').inputValue()).toBe('First and second')
  })

  it('says that the connection is lost, keeps trying and saves in order', async () => {
    await open()
    await at.page.context().setOffline(true)
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
    expect(at.state.posts).toEqual([])
    await at.page.context().setOffline(false)
    await says('one', 'Saved at')
    await says('two', 'Saved at')
    await expect.poll(connection).toBe('')
    const order = [...new Set(at.state.posts.map((post) => post.key))]
    expect(order).toEqual(['two', 'one'])
    expect(at.state.answers.two?.text).toBe('Second question first')
    expect(at.state.answers.one?.text).toBe('Then the first')
  })

  it('treats a fault of the server like a lost connection', async () => {
    at.state.failWith = 503
    await open()
    await grade('one', 'Good').check()
    await expect.poll(connection).toContain('1 answer is not saved yet.')
    at.state.failWith = undefined
    await says('one', 'Saved at')
    await expect.poll(connection).toBe('')
  })

  it('makes no conflict of its own when the answer to a save was lost', async () => {
    at.state.loseAnswer = true
    await open()
    await text('one').fill('Arrived')
    await grade('one', 'Good').check()
    await says('one', 'Not saved yet')
    await text('one').fill('Arrived, and went on')
    at.state.loseAnswer = false
    await says('one', 'Saved at')
    await expect.poll(() => at.state.answers.one?.text).toBe('Arrived, and went on')
    await says('one', 'Saved at')
    expect(at.state.answers.one?.revision).toBe(2)
  })

  it('shows both texts of a conflict, saves nothing until one is chosen, and keeps mine', async () => {
    await open()
    at.state.answers.one = { grade: 'inadequate', text: 'What Kofi wrote', revision: 1 }
    await text('one').fill('What Amara wrote')
    await grade('one', 'Good').check()
    await says('one', 'Kofi Mensah changed this at 16:42')
    const words = (await status('one').textContent()) ?? ''
    expect(words).toContain('What Kofi wrote')
    expect(words).toContain('What Amara wrote')
    const tried = at.state.posts.length
    await text('one').fill('What Amara wrote, and more')
    await grade('two', 'Good').check()
    await says('two', 'Saved at')
    expect(at.state.posts.length).toBe(tried + 1)
    await status('one').getByRole('button', { name: 'Keep mine' }).click()
    await says('one', 'Saved at')
    expect(at.state.answers.one).toEqual({
      grade: 'good',
      text: 'What Amara wrote, and more',
      revision: 2,
    })
  })

  it('takes theirs into the page when that is chosen', async () => {
    await open()
    at.state.answers.one = { grade: 'inadequate', text: 'What Kofi wrote', revision: 1 }
    await grade('one', 'Good').check()
    await says('one', 'Both are below')
    await status('one').getByRole('button', { name: 'Use theirs' }).click()
    await says('one', 'Theirs is kept')
    expect(await text('one').inputValue()).toBe('What Kofi wrote')
    expect(await grade('one', 'Inadequate').isChecked()).toBe(true)
    await text('one').fill('What Kofi wrote, agreed')
    await says('one', 'Saved at')
    expect(at.state.answers.one).toEqual({
      grade: 'inadequate',
      text: 'What Kofi wrote, agreed',
      revision: 2,
    })
  })

  it('says what is wrong with a refused answer and tries again only when it is changed', async () => {
    await open()
    await text('one').fill('<script>alert(1)</script>')
    await says('one', 'Not saved. Write it without script.')
    expect(at.state.answers.one).toBeUndefined()
    await text('one').fill('Plain words')
    await says('one', 'Saved at')
    expect(at.state.posts).toHaveLength(2)
  })

  it.each([404, 409, 413])('shows the words of a %i that is no fragment', async (code) => {
    at.state.failWith = code
    await open()
    await grade('one', 'Good').check()
    await says('one', 'Not saved. A fault.')
    expect(await at.page.locator('[data-save-status]').count()).toBe(2)
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
