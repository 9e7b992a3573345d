/** The administrator's pages of tokens, and the commands: made and shown once, listed, revoked after a question. */
import { expect, test } from 'vitest'
import { newApp } from '../support/app.ts'

const fields = {
  name: 'Power BI, quarterly figures',
  scope: ['results', 'audits'],
  'expires-day': '31',
  'expires-month': '3',
  'expires-year': '2026',
}

const tokenIn = (html: string): string =>
  /plumb_[0-9a-f]{8}_[A-Za-z0-9_-]{43}/.exec(html)?.[0] ?? ''

test('a token is shown once, works, is revoked after a question, and works no longer', async () => {
  const t = await newApp()
  const administrator = await t.signIn(['administrator'], { name: 'Ines Marlow' })
  const made = await administrator.post('/admin/tokens/new', fields)
  const html = await made.text()
  const token = tokenIn(html)
  expect([made.status, token.length]).toEqual([200, 58])
  expect(html).toContain('until the end of Tuesday 31 March 2026')
  const ask = () =>
    t.app.request('/api/v1/audits', { headers: { authorization: `Bearer ${token}` } })
  expect((await ask()).status).toBe(200)

  const list = await (await administrator.get('/admin/tokens')).text()
  expect(list).toContain('Power BI, quarterly figures')
  expect(list).toContain('12 Jan 2026 by Ines Marlow')
  expect(list).not.toContain(token)
  const address = /\/admin\/tokens\/[\w-]+\/revoke/.exec(list)?.[0] ?? ''
  expect(await (await administrator.get(address)).text()).toContain(
    'Revoke the token “Power BI, quarterly figures”?'
  )
  expect((await ask()).status).toBe(200)
  const revoked = await administrator.post(address)
  expect(revoked.headers.get('location')).toBe('/admin/tokens?saved=revoked')
  expect((await ask()).status).toBe(401)
  expect(await (await administrator.get('/admin/tokens')).text()).toContain(
    'Revoked 12 Jan 2026 by Ines Marlow'
  )
  // Twice is told, not done.
  expect((await administrator.post(address)).status).toBe(409)
  const events = await t.db
    .selectFrom('event')
    .select(['type', 'actor_id'])
    .where('type', 'in', ['token.made', 'token.revoked'])
    .orderBy('number')
    .execute()
  expect(events).toEqual([
    { type: 'token.made', actor_id: administrator.personId },
    { type: 'token.revoked', actor_id: administrator.personId },
  ])
})

test.each([
  [{ name: ' ' }, 'Enter a name that says what will use the token'],
  [{ name: 'x'.repeat(101) }, 'The name can have at most 100 characters'],
  [{ scope: [] as string[] }, 'Choose at least one scope'],
  [{ scope: 'everything' }, 'Choose scopes from the list'],
  [{ scope: ['results', 'text'] }, 'choose audits or alerts with it'],
  [{ 'expires-month': '13' }, 'The last day must be a real date, for example 30 1 2026'],
  [{ 'expires-year': '2025' }, 'The last day must be today or later'],
])('what is wrong is said beside what was typed: %j', async (wrong, words) => {
  const t = await newApp()
  const administrator = await t.signIn(['administrator'])
  const response = await administrator.post('/admin/tokens/new', { ...fields, ...wrong })
  const html = await response.text()
  expect([response.status, html.includes(words)]).toEqual([422, true])
  expect(html).toContain(`value="${{ ...fields, ...wrong }['expires-year']}"`)
  expect(await t.db.selectFrom('api_token').select('id').execute()).toEqual([])
})

test('a name works once at a time: revoked or expired, it is free again', async () => {
  const t = await newApp()
  const administrator = await t.signIn(['administrator'])
  expect((await administrator.post('/admin/tokens/new', fields)).status).toBe(200)
  const again = await administrator.post('/admin/tokens/new', {
    ...fields,
    name: 'power bi,  quarterly FIGURES',
  })
  expect([
    again.status,
    (await again.text()).includes('A token of this name works already'),
  ]).toEqual([422, true])
  t.setNow('2026-04-01T09:00:00.000Z')
  const later = await t.signIn(['administrator'])
  const anew = await later.post('/admin/tokens/new', { ...fields, 'expires-year': '2027' })
  expect(anew.status).toBe(200)
})

test('the documentation says every field, the way to connect and what never comes out', async () => {
  const t = await newApp()
  const manager = await t.signIn(['manager'])
  const html = await (await manager.get('/api')).text()
  for (const words of [
    'Connect Power BI',
    'http://127.0.0.1:3000/api/v1/audits',
    'goodOrBetter.low',
    'lowerQuartile',
    'What never comes out',
    'An administrator makes tokens',
  ]) {
    expect([words, html.includes(words)]).toEqual([words, true])
  }
  expect(html).not.toContain('href="/admin/tokens"')
})

test('who has a token and no account reads the documentation', async () => {
  const t = await newApp()
  const page = await t.app.request('/api')
  expect([page.status, (await page.text()).includes('Connect Power BI')]).toEqual([200, true])
  const file = await t.app.request('/api/openapi.json')
  expect([file.status, Object.keys((await file.json()).paths).length > 4]).toEqual([200, true])
})
