/** The headers on every answer, by literal: what a security scanner asks for. */
import { describe, expect, test } from 'vitest'
import { newApp } from '../support/app.ts'

const headersOf = (response: Response, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, response.headers.get(name)]))

const everywhere = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  'cache-control': 'no-store',
  'x-powered-by': null,
  server: null,
}

/** A page, a redirect, JSON, and each kind of error. */
const answers: readonly (readonly [string, number, RequestInit])[] = [
  ['/sign-in', 200, {}],
  ['/account', 303, {}],
  ['/health', 200, {}],
  ['/ready', 200, {}],
  ['/session', 401, {}],
  ['/no-such-page', 404, {}],
  ['/sign-in', 405, { method: 'DELETE' }],
  ['/sign-in', 422, { method: 'POST' }],
  ['/sign-in', 403, { method: 'POST', headers: { origin: 'https://elsewhere.example' } }],
  ['/set-password/nothing', 409, {}],
  ['/assets/nothing.css', 404, {}],
]

describe('every answer', () => {
  test.each(answers)('%s answers %i with every header', async (path, status, init) => {
    const { app } = await newApp()
    const response = await app.request(path, init)
    expect(response.status).toBe(status)
    expect(headersOf(response, Object.keys(everywhere))).toEqual(everywhere)
    expect(response.headers.get('strict-transport-security')).toBeNull()
  })

  test('a fault of ours has them too', async () => {
    const t = await newApp()
    const browser = await t.signIn(['manager'])
    await t.db.destroy()
    const response = await browser.get('/account')
    expect(response.status).toBe(503)
    expect(headersOf(response, Object.keys(everywhere))).toEqual(everywhere)
  })

  test('https is asked for where the address is https', async () => {
    const { app } = await newApp({ PUBLIC_URL: 'https://audit.aldermere.example' })
    for (const path of ['/sign-in', '/no-such-page', '/health']) {
      const response = await app.request(path)
      expect(response.headers.get('strict-transport-security')).toBe(
        'max-age=31536000; includeSubDomains'
      )
    }
  })
})

test('files that carry a hash may be kept for ever', async () => {
  const { app } = await newApp()
  const { assetUrl } = await import('../../src/http/assets.ts')
  for (const name of ['plumbline.css', 'plumbline.js', 'htmx.js', 'icon.svg'] as const) {
    const response = await app.request(assetUrl(name))
    expect([response.status, response.headers.get('cache-control')]).toEqual([
      200,
      'public, max-age=31536000, immutable',
    ])
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  }
})
