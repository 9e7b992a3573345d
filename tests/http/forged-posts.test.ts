/** Posts that the person did not send: without the token, with another's, or from another site. */
import { describe, expect, test } from 'vitest'
import { newApp, type TestApp } from '../support/app.ts'

const OUT_OF_DATE =
  'This form is out of date: you have signed in again since it was opened. Go back, reload the page and send it again.'
const OTHER_SITE = 'This form was sent from another site.'

const openSessions = async (t: TestApp) =>
  (await t.db.selectFrom('session').select('id').where('ended_at', 'is', null).execute()).length

describe('the token', () => {
  test.each([
    ['missing', undefined],
    ['empty', ''],
    ['wrong', 'x'.repeat(43)],
    ['too long', 'x'.repeat(10_000)],
    ['not ASCII', 'é'.repeat(43)],
  ])('%s: refused, and nothing happens', async (_, token) => {
    const t = await newApp()
    const browser = await t.signIn(['manager'])
    const response = await t.app.request('/sign-out', {
      method: 'POST',
      headers: {
        cookie: browser.cookie,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: token === undefined ? '' : new URLSearchParams({ _csrf: token }).toString(),
    })
    expect(response.status).toBe(403)
    expect(await response.text()).toContain(OUT_OF_DATE)
    expect(await openSessions(t)).toBe(1)
  })

  test('of another session of the same person is refused', async () => {
    const t = await newApp()
    const first = await t.signIn(['manager'])
    const second = await t.browserOf(first.personId)
    const response = await second.post('/sign-out', { _csrf: first.csrf })
    expect(response.status).toBe(403)
    expect(await openSessions(t)).toBe(2)
    expect((await second.post('/sign-out')).status).toBe(303)
    expect(await openSessions(t)).toBe(1)
  })

  test('sent twice counts as the first', async () => {
    const t = await newApp()
    const browser = await t.signIn(['manager'])
    const response = await browser.post('/sign-out', { _csrf: ['wrong', browser.csrf] })
    expect(response.status).toBe(403)
  })

  test('in the address is not looked at', async () => {
    const t = await newApp()
    const browser = await t.signIn(['manager'])
    const response = await browser.post(`/sign-out?_csrf=${browser.csrf}`, { _csrf: '' })
    expect(response.status).toBe(403)
  })

  test('is no help with a content type that no form has', async () => {
    const t = await newApp()
    const browser = await t.signIn(['manager'])
    for (const type of ['application/json', 'text/plain', 'multipart/form-data; boundary=x']) {
      const response = await browser.post('/sign-out', {}, { 'content-type': type })
      expect(response.status).toBe(403)
    }
    expect(await openSessions(t)).toBe(1)
  })

  test('is accepted whatever the case of the content type', async () => {
    const t = await newApp()
    const browser = await t.signIn(['manager'])
    const type = 'Application/X-WWW-Form-URLEncoded; charset=UTF-8'
    expect((await browser.post('/sign-out', {}, { 'content-type': type })).status).toBe(303)
  })
})

describe('where a post comes from', () => {
  const statusFrom = async (headers: Record<string, string>, settings = {}) => {
    const t = await newApp(settings)
    const browser = await t.signIn(['manager'])
    const response = await t.app.request('http://127.0.0.1:3000/sign-out', {
      method: 'POST',
      headers: {
        host: '127.0.0.1:3000',
        cookie: browser.cookie,
        'content-type': 'application/x-www-form-urlencoded',
        ...headers,
      },
      body: `_csrf=${browser.csrf}`,
    })
    if (response.status === 403) expect(await response.text()).toContain(OTHER_SITE)
    return response.status
  }

  test.each([
    ['nothing said', {}, 303],
    ['the same origin', { 'sec-fetch-site': 'same-origin' }, 303],
    ['typed by the person', { 'sec-fetch-site': 'none' }, 303],
    ['a sibling host', { 'sec-fetch-site': 'same-site' }, 403],
    ['another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['something unheard of', { 'sec-fetch-site': 'nonsense' }, 403],
    ['our own origin', { origin: 'http://127.0.0.1:3000' }, 303],
    ['another origin', { origin: 'http://elsewhere.example' }, 403],
    ['another port', { origin: 'http://127.0.0.1:3001' }, 403],
    ['our origin as a beginning', { origin: 'http://127.0.0.1:3000.elsewhere.example' }, 403],
    ['an origin that is kept back', { origin: 'null' }, 403],
    [
      'our origin, but another site',
      { origin: 'http://127.0.0.1:3000', 'sec-fetch-site': 'cross-site' },
      403,
    ],
  ])('%s', async (_, headers: Record<string, string>, status) => {
    expect(await statusFrom(headers)).toBe(status)
  })

  test('behind a proxy the public address is ours', async () => {
    const settings = { PUBLIC_URL: 'https://audit.aldermere.example/' }
    const t = await newApp(settings)
    const post = (origin: string) =>
      t.app.request('http://127.0.0.1:3000/sign-in', {
        method: 'POST',
        headers: { host: '127.0.0.1:3000', origin },
      })
    expect((await post('https://audit.aldermere.example')).status).toBe(422)
    expect((await post('https://elsewhere.example')).status).toBe(403)
  })

  test.each(['PUT', 'PATCH', 'DELETE'])('%s from another site is refused too', async (method) => {
    const { app } = await newApp()
    const headers = { 'sec-fetch-site': 'cross-site' }
    expect((await app.request('/sign-out', { method, headers })).status).toBe(403)
  })

  test('reading from another site is not a post', async () => {
    const { app } = await newApp()
    const headers = { 'sec-fetch-site': 'cross-site', origin: 'https://elsewhere.example' }
    expect((await app.request('/sign-in', { headers })).status).toBe(200)
  })
})
