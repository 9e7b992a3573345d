/** Addresses that lead nowhere, methods that an address does not answer, and HEAD. */
import { describe, expect, test } from 'vitest'
import { newApp } from '../support/app.ts'

const NOT_FOUND =
  'The address may be wrong, or the record may not be yours to see. Go back, or start again from My work.'

describe('an address that leads nowhere', () => {
  test.each([
    ['unknown', '/no-such-page'],
    ['below one that exists', '/account/more'],
    ['with a slash too many', '/account/'],
    ['of slashes', '//'],
    ['of a percent sign', '/%'],
    ['upwards', '/%2e%2e/%2e%2e/etc/passwd'],
    ['upwards with escaped slashes', '/..%2f..%2fpackage.json'],
    ['upwards from the assets', '/assets/..%2fmanifest.json'],
    ['upwards twice', '/assets/%2e%2e%2f%2e%2e%2fpackage.json'],
    ['of a file beside the assets', '/assets/manifest.json'],
    ['that scanners try', '/.git/config'],
    ['of ten thousand characters', `/${'x'.repeat(10_000)}`],
    ['of a smiling face', '/😀'],
    ['that would be HTML', '/%3Cscript%3Ealert(1)%3C/script%3E'],
  ])('%s', async (_, path) => {
    const t = await newApp()
    const browser = await t.signIn(['qa_lead'])
    const response = await browser.get(path)
    expect(response.status).toBe(404)
    const text = await response.text()
    expect(text).toContain(NOT_FOUND)
    expect(text).not.toMatch(/xxxx|<script>alert|root:|dependencies/)
  })

  test('answers htmx with a fragment', async () => {
    const t = await newApp()
    const response = await t.visitor.get('/no-such-page', { 'hx-request': 'true' })
    expect(response.status).toBe(404)
    expect(await response.text()).toBe(`<p role="alert">Page not found. ${NOT_FOUND}</p>`)
  })
})

describe('an address that holds what cannot be stored', () => {
  const sentence =
    'The address holds a character that cannot be read. Check it, or start again from My work.'

  test.each([
    '/set-password/%00',
    '/set-password/a%00b',
    '/set-password/%ff',
    '/set-password/%e2%82',
    '/account?x=%00',
    '/account?x=%ff',
    '/sign-in?next=%c0%af',
    '/%ff',
  ])('%s', async (path) => {
    const { app } = await newApp()
    const response = await app.request(path)
    expect(response.status).toBe(400)
    expect(await response.text()).toContain(sentence)
  })

  test.each(['x=100%', 'x=100%25', 'x=%zz', 'x=a+b&y=%F0%9F%98%80', 'x=%E2%82%AC%'])(
    'what can be read, or escapes nothing, is let through: %s',
    async (query) => {
      const { app } = await newApp()
      expect((await app.request(`/sign-in?${query}`)).status).toBe(200)
    }
  )
})

describe('a method that the address does not answer', () => {
  test.each([
    ['DELETE', '/sign-in', 'GET, POST, HEAD'],
    ['PUT', '/account', 'GET, HEAD'],
    ['POST', '/account', 'GET, HEAD'],
    ['GET', '/sign-out', 'POST'],
    ['PATCH', '/set-password/x', 'GET, POST, HEAD'],
    ['OPTIONS', '/sign-out', 'POST'],
    ['POST', '/health', 'GET, HEAD'],
    ['DELETE', '/assets/x', 'GET, HEAD'],
  ])('%s %s: 405, and which it does', async (method, path, allow) => {
    const t = await newApp()
    const response = await t.app.request(path, { method })
    expect([response.status, response.headers.get('allow')]).toEqual([405, allow])
    expect(await response.text()).toContain(
      `This address answers ${allow.replaceAll(', ', ' and ')} only.`
    )
  })
})

test('HEAD answers as GET does, without a body', async () => {
  const t = await newApp()
  const browser = await t.signIn(['manager'])
  const head = async (path: string, cookie = '') => {
    const response = await t.app.request(path, { method: 'HEAD', headers: { cookie } })
    return [response.status, await response.text()]
  }
  expect(await head('/sign-in')).toEqual([200, ''])
  expect(await head('/account')).toEqual([303, ''])
  expect(await head('/account', browser.cookie)).toEqual([200, ''])
  expect(await head('/no-such-page')).toEqual([404, ''])
})

test('a fault of ours is a sentence and not a stack trace', async () => {
  const t = await newApp()
  const browser = await t.signIn(['manager'])
  await t.db.destroy()
  const response = await browser.get('/account')
  expect(response.status).toBe(503)
  const text = await response.text()
  expect(text).toContain('Something went wrong on our side')
  expect(text).not.toMatch(/\bat \S+ \(|\.tsx?:\d|driver|sqlite/i)
})
