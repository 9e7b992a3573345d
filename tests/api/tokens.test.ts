/** Tokens: what a request without a good one is told, that nothing else counts, and what is left of it in the event log. */
import { describe, expect, test } from 'vitest'
import { revokeToken } from '../../src/api/revoke-token.ts'
import { describeEvent } from '../../src/events/describe-event.ts'
import { newApp } from '../support/app.ts'
import { newProgram, type Program } from './api-world.ts'

const tokenEvents = async (program: Program) => {
  const rows = await program.db
    .selectFrom('event')
    .select(['type', 'actor_kind', 'actor_id', 'subject_id', 'details'])
    .where('type', 'like', 'token.%')
    .orderBy('number')
    .execute()
  return rows
}

const refused = async (program: Program, path: string, headers: Record<string, string>) => {
  const response = await program.ask(path, headers)
  const { title, status } = (await response.json()) as { title: string; status: number }
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(status).toBe(response.status)
  return [response.status, title, response.headers.get('www-authenticate')]
}

const LIST = '/api/v1/distributions'

describe('a request without a good token is told what is wrong', () => {
  test.each([
    ['none', {}, 'A token is needed', 'Bearer realm="Plumbline"'],
    [
      'a password',
      { authorization: 'Basic cGx1bWI6bGluZQ==' },
      'The Authorization header holds no Bearer token',
      'Bearer realm="Plumbline", error="invalid_token"',
    ],
    [
      'nothing after Bearer',
      { authorization: 'Bearer ' },
      'The Authorization header holds no Bearer token',
      'Bearer realm="Plumbline", error="invalid_token"',
    ],
    [
      'no token of ours',
      { authorization: 'Bearer eyJhbGciOi' },
      'This is not a token of Plumbline',
      'Bearer realm="Plumbline", error="invalid_token"',
    ],
    [
      'one that nobody made',
      { authorization: `Bearer plumb_00000000_${'x'.repeat(43)}` },
      'This token is not known here',
      'Bearer realm="Plumbline", error="invalid_token"',
    ],
  ])('%s', async (_, headers: Record<string, string>, title, challenge) => {
    const program = await newProgram(await newApp())
    expect(await refused(program, LIST, headers)).toEqual([401, title, challenge])
  })

  test('one whose secret is another', async () => {
    const program = await newProgram(await newApp())
    const { token } = await program.bear(['results'])
    const wrong = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`
    const [status, title] = await refused(program, LIST, { authorization: `Bearer ${wrong}` })
    expect([status, title]).toEqual([401, 'This token is not known here'])
  })

  test('one of another council', async () => {
    const other = await newProgram(await newApp())
    const { authorization } = await other.bear(['results'])
    const program = await newProgram(await newApp())
    const [status, title] = await refused(program, LIST, { authorization })
    expect([status, title]).toEqual([401, 'This token is not known here'])
  })

  test('one that has expired, from the first minute of the next day in London', async () => {
    const program = await newProgram(await newApp())
    const { authorization } = await program.bear(['results'], { expiresOn: '2026-03-29' })
    program.setNow('2026-03-29T22:59:59.000Z')
    expect((await program.ask(LIST, { authorization })).status).toBe(200)
    program.setNow('2026-03-29T23:00:00.000Z')
    const response = await program.ask(LIST, { authorization })
    expect([response.status, await response.json()]).toEqual([
      401,
      {
        type: 'about:blank',
        status: 401,
        title: 'This token has expired',
        detail: 'Its last day was Sunday 29 March 2026. Ask an administrator for a new one.',
      },
    ])
  })

  test('one that was revoked, at once', async () => {
    const program = await newProgram(await newApp())
    const { authorization, id } = await program.bear(['results'])
    expect((await program.ask(LIST, { authorization })).status).toBe(200)
    await revokeToken(program.context(), { tokenId: id })
    const [status, title] = await refused(program, LIST, { authorization })
    expect([status, title]).toEqual([401, 'This token was revoked'])
  })

  test('one that does not reach that far', async () => {
    const program = await newProgram(await newApp())
    const { authorization } = await program.bear(['audits', 'text'])
    const response = await program.ask(LIST, { authorization })
    expect(response.headers.get('www-authenticate')).toBe(
      'Bearer realm="Plumbline", error="insufficient_scope"'
    )
    expect([response.status, await response.json()]).toEqual([
      403,
      {
        type: 'about:blank',
        status: 403,
        title: 'This token does not reach that far',
        detail:
          "This list needs the scope “results”; the token has “audits”, “text”. A token's scopes never change: ask an administrator for a new one.",
      },
    ])
  })

  test.each(['token', 'access_token', 'api_key'])('one in the address, as %s', async (name) => {
    const program = await newProgram(await newApp())
    const { authorization, token } = await program.bear(['results'])
    const [status, title] = await refused(program, `${LIST}?${name}=${token}`, { authorization })
    expect([status, title]).toEqual([400, 'A token never belongs in an address'])
  })
})

test('nothing but a token counts: no session, no cookie, no other origin', async () => {
  const program = await newProgram(await newApp())
  const browser = await program.signIn(['qa_lead', 'administrator'])
  expect((await browser.get(LIST)).status).toBe(401)
  const { authorization } = await program.bear(['results'])
  const response = await program.ask(LIST, { authorization, origin: 'https://elsewhere.example' })
  expect(response.status).toBe(200)
  expect(response.headers.get('set-cookie')).toBeNull()
  expect(response.headers.get('access-control-allow-origin')).toBeNull()
  expect(response.headers.get('etag')).toBeNull()
  expect(response.headers.get('cache-control')).toBe('no-store')
})

test('HEAD is answered as GET without its body, and no other method is', async () => {
  const program = await newProgram(await newApp())
  const { authorization } = await program.bear(['results'])
  const head = await program.app.request(LIST, { method: 'HEAD', headers: { authorization } })
  expect([head.status, await head.text()]).toEqual([200, ''])
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
    const response = await program.app.request(LIST, { method, headers: { authorization } })
    expect([method, response.status, response.headers.get('allow')]).toEqual([
      method,
      405,
      'GET, HEAD',
    ])
  }
})

test('an address that is no list says which there are, and only to those with a token', async () => {
  const program = await newProgram(await newApp())
  const { authorization } = await program.bear(['results'])
  expect((await program.ask('/api/v1/people')).status).toBe(401)
  const response = await program.ask('/api/v1/people', { authorization })
  expect(response.status).toBe(404)
  expect(await response.text()).toContain('/api/v1/distributions')
})

test('the event log has who read which list, once in a quarter of an hour', async () => {
  const program = await newProgram(await newApp())
  const { authorization, id } = await program.bear(['results'])
  for (let i = 0; i < 3; i += 1) await program.ask(LIST, { authorization })
  await program.ask('/api/v1/measures', { authorization })
  program.setNow('2026-01-12T09:15:00.000Z')
  await program.ask(LIST, { authorization })
  const events = await tokenEvents(program)
  const read = (list: string) => ({
    type: 'token.read',
    actor_kind: 'token',
    actor_id: id,
    subject_id: id,
    details: `{"list":"${list}","withText":false}`,
  })
  expect(events.slice(1)).toEqual([read('distributions'), read('measures'), read('distributions')])
  expect(
    describeEvent({ type: 'token.read', details: read('measures').details }, 'Program 1')
  ).toBe('Program 1 read measures through the API')
})

test('refusals are recorded, ten of one address in a quarter of an hour; then it has to wait', async () => {
  const program = await newProgram(await newApp())
  const { authorization } = await program.bear(['results'])
  const statuses: number[] = []
  for (let i = 0; i < 52; i += 1) statuses.push((await program.ask(LIST)).status)
  expect(statuses.filter((status) => status === 401)).toHaveLength(50)
  const response = await program.ask(LIST)
  expect([response.status, response.headers.get('retry-after')]).toEqual([429, '900'])
  const events = await tokenEvents(program)
  expect(events.filter(({ type }) => type === 'token.refused')).toEqual(
    Array.from({ length: 10 }, () => ({
      type: 'token.refused',
      actor_kind: 'visitor',
      actor_id: null,
      subject_id: 'unknown',
      details: '{"reason":"no_token","route":"/api/v1/distributions"}',
    }))
  )
  // A good token from the same address is not held up.
  expect((await program.ask(LIST, { authorization })).status).toBe(200)
  program.setNow('2026-01-12T09:15:00.000Z')
  expect((await program.ask(LIST)).status).toBe(401)
})

test('a token may ask three hundred times at once, then five times a second', async () => {
  const program = await newProgram(
    await newApp(),
    'audit_ref,round,audited_on,theme,grade\nA,R,2025-01-01,t,good'
  )
  const { authorization } = await program.bear(['results'])
  const other = await program.bear(['results'])
  const ask = async () => (await program.ask('/api/v1/none', { authorization })).status
  for (let i = 0; i < 300; i += 1) expect(await ask()).toBe(404)
  const response = await program.ask('/api/v1/none', { authorization })
  expect([response.status, response.headers.get('retry-after')]).toEqual([429, '1'])
  expect((await response.json()) as object).toMatchObject({
    title: 'Too many requests',
    detail: 'A token may ask three hundred times a minute. Ask again in a second.',
  })
  expect((await program.ask(LIST, other)).status).toBe(200)
  program.setNow('2026-01-12T09:00:01.000Z')
  for (let i = 0; i < 5; i += 1) expect(await ask()).toBe(404)
  expect(await ask()).toBe(429)
})

test('when it was last used is known by the hour, and costs no write on other readings', async () => {
  const program = await newProgram(await newApp())
  const { authorization, id } = await program.bear(['results'])
  const hour = async () =>
    (
      await program.db
        .selectFrom('api_token')
        .select('used_hour')
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
    ).used_hour
  expect(await hour()).toBeNull()
  await program.ask(LIST, { authorization })
  expect(await hour()).toBe('2026-01-12T09')
  program.setNow('2026-01-12T11:40:00.000Z')
  await program.ask(LIST, { authorization })
  expect(await hour()).toBe('2026-01-12T11')
})

test('only the hash of a token is stored', async () => {
  const program = await newProgram(await newApp())
  const { token } = await program.bear(['results'])
  const rows = await program.db.selectFrom('api_token').selectAll().execute()
  expect(JSON.stringify(rows)).not.toContain(token.slice(15))
  expect(token).toMatch(/^plumb_[0-9a-f]{8}_[A-Za-z0-9_-]{43}$/)
})
