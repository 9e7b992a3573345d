/** Guessing passwords: stopped per account and per address, with the address taken from trusted proxies only. */
import { describe, expect, test } from 'vitest'
import { hashPassword } from '../../src/people/password-hash.ts'
import { newApp, type TestApp } from '../support/app.ts'
import { addPersonWith } from '../support/builders.ts'

const password = 'correct horse battery'
const cheap = { N: 1024, r: 8, p: 1 }

const people = async (t: TestApp, count: number) => {
  const passwordHash = await hashPassword(password, cheap)
  for (let i = 0; i < count; i += 1) {
    await addPersonWith(t.context(), { email: `p${i}@aldermere.example`, passwordHash })
  }
}

/** As the server calls the application: with the socket that the request came through. */
const attempt = async (
  t: TestApp,
  email: string,
  given: string,
  from: { socket: string; forwarded?: string }
) => {
  const response = await t.app.request(
    '/sign-in',
    {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        ...(from.forwarded === undefined ? {} : { 'x-forwarded-for': from.forwarded }),
      },
      body: new URLSearchParams({ email, password: given }).toString(),
    },
    { incoming: { socket: { remoteAddress: from.socket } } }
  )
  return response.status
}

const failuresByKey = async (t: TestApp) => {
  const rows = await t.db
    .selectFrom('sign_in_failure')
    .select(['key', 'failures'])
    .orderBy('key')
    .execute()
  return rows.map(({ key, failures }) => `${key} ${failures}`)
}

/** As if that many had failed already, five accounts at a time. */
const alreadyFailed = (t: TestApp, address: string, failures: number) =>
  t.db
    .insertInto('sign_in_failure')
    .values({ key: `address:${address}`, failures, first_at: '2026-01-12T08:59:00.000Z' })
    .execute()

describe('an address', () => {
  test('is stopped after fifty wrong passwords over many accounts; another address is not', async () => {
    const t = await newApp()
    await people(t, 2)
    await alreadyFailed(t, '192.0.2.7', 49)
    const from = { socket: '192.0.2.7' }
    expect(await attempt(t, 'p0@aldermere.example', 'wrong', from)).toBe(422)
    expect(await attempt(t, 'p1@aldermere.example', password, from)).toBe(429)
    expect(await attempt(t, 'p1@aldermere.example', password, { socket: '192.0.2.8' })).toBe(303)
    t.setNow('2026-01-12T09:14:00.000Z')
    expect(await attempt(t, 'p1@aldermere.example', password, from)).toBe(303)
  })

  test('is told when to come back', async () => {
    const t = await newApp()
    await alreadyFailed(t, 'unknown', 50)
    const response = await t.visitor.post('/sign-in', { email: 'x@y.example', password: 'z' })
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '900'])
    expect(await response.text()).toContain(
      'Too many wrong passwords. Wait 15 minutes and try again'
    )
  })

  test('an address stopped a hundred times over is one event', async () => {
    const t = await newApp()
    await alreadyFailed(t, 'unknown', 50)
    for (let i = 0; i < 5; i += 1) {
      await t.visitor.post('/sign-in', { email: `n${i}@y.example`, password: 'z' })
    }
    const events = await t.db
      .selectFrom('event')
      .select('details')
      .where('type', '=', 'person.sign_in_refused')
      .execute()
    expect(events).toEqual([{ details: '{"reason":"throttled"}' }])
  })
})

describe('behind proxies', () => {
  test('nobody is believed who was not named in the settings', async () => {
    const t = await newApp()
    await attempt(t, 'x@y.example', 'z', { socket: '10.0.0.5', forwarded: '198.51.100.1' })
    expect(await failuresByKey(t)).toEqual(['account:x@y.example 1', 'address:10.0.0.5 1'])
  })

  test('a trusted proxy names the address', async () => {
    const t = await newApp({ TRUSTED_PROXIES: '10.0.0.5, 10.0.0.6' })
    await attempt(t, 'x@y.example', 'z', { socket: '10.0.0.5', forwarded: '198.51.100.1' })
    expect(await failuresByKey(t)).toEqual(['account:x@y.example 1', 'address:198.51.100.1 1'])
  })

  test('what the client wrote in front of it is not believed', async () => {
    const t = await newApp({ TRUSTED_PROXIES: '10.0.0.5,10.0.0.6' })
    await attempt(t, 'x@y.example', 'z', {
      socket: '::ffff:10.0.0.5',
      forwarded: '203.0.113.99, 198.51.100.1, 10.0.0.6',
    })
    expect(await failuresByKey(t)).toEqual(['account:x@y.example 1', 'address:198.51.100.1 1'])
  })

  test('a proxy that says nothing is the address itself', async () => {
    const t = await newApp({ TRUSTED_PROXIES: '10.0.0.5' })
    await attempt(t, 'x@y.example', 'z', { socket: '10.0.0.5' })
    await attempt(t, 'x@y.example', 'z', { socket: '10.0.0.5', forwarded: ' , ,10.0.0.5' })
    expect(await failuresByKey(t)).toEqual(['account:x@y.example 2', 'address:10.0.0.5 2'])
  })
})

describe('an account', () => {
  test('counts the address in any case and spacing as one', async () => {
    const t = await newApp()
    await attempt(t, 'P0@Aldermere.example', 'x', { socket: '192.0.2.1' })
    await attempt(t, ' p0@aldermere.example ', 'x', { socket: '192.0.2.2' })
    expect((await failuresByKey(t))[0]).toBe('account:p0@aldermere.example 2')
  })

  test('starts again from nothing after the right password', async () => {
    const t = await newApp()
    await people(t, 1)
    const from = { socket: '192.0.2.1' }
    await attempt(t, 'p0@aldermere.example', 'wrong', from)
    expect(await attempt(t, 'p0@aldermere.example', password, from)).toBe(303)
    expect(await failuresByKey(t)).toEqual(['address:192.0.2.1 1'])
  })
})

test('wrong passwords sent side by side are all counted', async () => {
  const t = await newApp()
  const wrong = () =>
    t.visitor.post('/sign-in', { email: 'amara.osei@aldermere.example', password: 'wrong' })
  await Promise.all([wrong(), wrong(), wrong(), wrong(), wrong()])
  const row = await t.db
    .selectFrom('sign_in_failure')
    .select('failures')
    .where('key', '=', 'account:amara.osei@aldermere.example')
    .executeTakeFirst()
  expect(row).toEqual({ failures: 5 })
  expect((await wrong()).status).toBe(429)
})
