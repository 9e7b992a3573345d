/** Links through which a person sets a password: once, within three days, and only a good one. */
import { describe, expect, test } from 'vitest'
import { makePasswordLink } from '../../src/people/make-password-link.ts'
import { newApp, type TestApp } from '../support/app.ts'
import { addPersonWith } from '../support/builders.ts'

const SPENT =
  'This link no longer works: it was used, a newer one was made, or it is more than three days old. Ask your administrator for a new one.'
const email = 'amara.osei@aldermere.example'
const good = 'walnut ladder seventeen'

const withLink = async () => {
  const t = await newApp()
  const personId = await addPersonWith(t.context(), { email, name: 'Amara Osei' })
  const { path } = await makePasswordLink(t.context(), personId)
  return { ...t, personId, path }
}

const isSpent = async (t: TestApp, path: string) => {
  const response = await t.visitor.get(path)
  return response.status === 409 && (await response.text()).includes(SPENT)
}

test('an open link says whose it is, and sets the password', async () => {
  const t = await withLink()
  const page = await t.visitor.get(t.path)
  expect(page.status).toBe(200)
  expect(await page.text()).toContain(`Amara Osei, you sign in as ${email}.`)
  const set = await t.visitor.post(t.path, { password: good, again: good })
  expect([set.status, set.headers.get('location')]).toEqual([303, '/sign-in'])
  expect((await t.visitor.post('/sign-in', { email, password: good })).status).toBe(303)
  const types = await t.db.selectFrom('event').select('type').orderBy('number').execute()
  expect(types.map(({ type }) => type)).toEqual([
    'person.added',
    'person.password_link_made',
    'person.password_set',
    'person.signed_in',
  ])
})

describe('a link is spent', () => {
  test('once a newer one was made, and once it has been used', async () => {
    const t = await withLink()
    const newer = await makePasswordLink(t.context(), t.personId)
    expect(await isSpent(t, t.path)).toBe(true)
    const set = await t.visitor.post(newer.path, { password: good, again: good })
    expect(set.headers.get('location')).toBe('/sign-in')
    expect(await isSpent(t, newer.path)).toBe(true)
    const again = await t.visitor.post(newer.path, { password: 'another one now', again: 'x' })
    expect(again.status).toBe(409)
  })

  test('after three days, to the second', async () => {
    const t = await withLink()
    t.setNow('2026-01-15T08:59:59.000Z')
    expect((await t.visitor.get(t.path)).status).toBe(200)
    t.setNow('2026-01-15T09:00:00.000Z')
    expect(await isSpent(t, t.path)).toBe(true)
    expect((await t.visitor.post(t.path, { password: good, again: good })).status).toBe(409)
  })

  test('when the account is closed', async () => {
    const t = await withLink()
    await t.db.updateTable('person').set({ is_active: 0 }).execute()
    expect(await isSpent(t, t.path)).toBe(true)
  })

  test('when it never was one', async () => {
    const t = await newApp()
    expect(await isSpent(t, `/set-password/${'A'.repeat(43)}`)).toBe(true)
  })
})

describe('a password that will not do', () => {
  test.each([
    [
      'too short',
      'elevenchars',
      'Use at least 12 characters: three or four unrelated words do well',
    ],
    ['too long', 'abcdefghij'.repeat(21), 'Use at most 200 characters'],
    ['monotonous', 'aaaaaaaaaaaaab', 'Use more than a few different characters'],
    ['the email address', email, 'Do not use your email address in your password'],
    ['built on it', 'amara.osei 2026!', 'Do not use your email address in your password'],
    ['missing', '', 'Enter a new password'],
  ])('%s', async (_, password, words) => {
    const t = await withLink()
    const response = await t.visitor.post(t.path, { password, again: password })
    expect(response.status).toBe(422)
    const text = await response.text()
    expect(text).toContain(words)
    // What was typed is a secret: it is typed again.
    if (password !== '' && password !== email) expect(text).not.toContain(password)
    expect(await isSpent(t, t.path)).toBe(false)
    expect(await t.db.selectFrom('person').select('password_hash').execute()).toEqual([
      { password_hash: null },
    ])
  })

  test('typed differently the second time', async () => {
    const t = await withLink()
    const response = await t.visitor.post(t.path, { password: good, again: `${good}s` })
    expect(response.status).toBe(422)
    expect(await response.text()).toContain(
      'The two passwords are not the same. Type the same one twice'
    )
  })
})

test('a new password ends every session of the person', async () => {
  const t = await withLink()
  const browser = await t.browserOf(t.personId)
  await t.visitor.post(t.path, { password: good, again: good })
  expect((await browser.get('/account')).status).toBe(303)
})

test('somebody who is signed in can use the link from its own page', async () => {
  const t = await withLink()
  const browser = await t.signIn(['administrator'])
  const page = await (await browser.get(t.path)).text()
  const csrf = /name="_csrf" value="([^"]+)"/.exec(page)?.[1] ?? 'none on the page'
  const response = await browser.post(t.path, { _csrf: csrf, password: good, again: good })
  expect(response.status).toBe(303)
})

test('the link unlocks an account that wrong passwords had stopped', async () => {
  const t = await withLink()
  for (let i = 0; i < 6; i += 1) await t.visitor.post('/sign-in', { email, password: 'x' })
  expect((await t.visitor.post('/sign-in', { email, password: 'x' })).status).toBe(429)
  await t.visitor.post(t.path, { password: good, again: good })
  expect((await t.visitor.post('/sign-in', { email, password: good })).status).toBe(303)
})
