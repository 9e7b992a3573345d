/** The session's cookie: what it is called, how far it reaches, and when it is taken away. */
import { expect, test } from 'vitest'
import { hashPassword } from '../../src/people/password-hash.ts'
import { newApp, type TestApp } from '../support/app.ts'
import { addPersonWith } from '../support/builders.ts'

const password = 'correct horse battery'

const signIn = async (t: TestApp) => {
  await addPersonWith(t.context(), {
    email: 'amara.osei@aldermere.example',
    passwordHash: await hashPassword(password, { N: 1024, r: 8, p: 1 }),
  })
  return t.visitor.post('/sign-in', { email: 'amara.osei@aldermere.example', password })
}

const hidingToken = (cookie: string | null) => cookie?.replace(/=[\w-]{43};/, '=TOKEN;')

test('over http it is kept from scripts and from other sites', async () => {
  const t = await newApp()
  const response = await signIn(t)
  expect(hidingToken(response.headers.get('set-cookie'))).toBe(
    'plumbline=TOKEN; Path=/; HttpOnly; SameSite=Lax'
  )
})

test('over https it is Secure as well, and tied to this host', async () => {
  const t = await newApp({ PUBLIC_URL: 'https://audit.aldermere.example' })
  const response = await signIn(t)
  expect(hidingToken(response.headers.get('set-cookie'))).toBe(
    '__Host-plumbline=TOKEN; Path=/; HttpOnly; Secure; SameSite=Lax'
  )
  const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? ''
  expect((await t.app.request('/account', { headers: { cookie } })).status).toBe(200)
})

test('over https a cookie without the prefix signs nobody in', async () => {
  const t = await newApp({ PUBLIC_URL: 'https://audit.aldermere.example' })
  const token = (await signIn(t)).headers.get('set-cookie')?.match(/=([\w-]{43});/)?.[1] ?? ''
  expect(token).not.toBe('')
  const response = await t.app.request('/account', { headers: { cookie: `plumbline=${token}` } })
  expect(response.status).toBe(303)
})

test('signing out takes it away', async () => {
  const t = await newApp()
  const browser = await t.signIn(['manager'])
  const response = await browser.post('/sign-out')
  expect([response.status, response.headers.get('location')]).toEqual([303, '/sign-in'])
  expect(response.headers.get('set-cookie')).toBe('plumbline=; Max-Age=0; Path=/')
})

test.each([
  ['empty', 'plumbline='],
  ['not a token', 'plumbline=%00%ff'],
  ['ten thousand characters', `plumbline=${'x'.repeat(10_000)}`],
  ['a token nobody has', `plumbline=${'A'.repeat(43)}`],
  ['not a cookie at all', ';;;=;'],
])('a cookie that is %s is a visitor', async (_, cookie) => {
  const { app } = await newApp()
  const response = await app.request('/account', { headers: { cookie } })
  expect([response.status, response.headers.get('location')]).toEqual([
    303,
    '/sign-in?next=%2Faccount',
  ])
})

test('the database knows the token only as a hash', async () => {
  const t = await newApp()
  const cookie = (await signIn(t)).headers.get('set-cookie') ?? ''
  const token = /=([\w-]{43});/.exec(cookie)?.[1] ?? 'none'
  const rows = await t.db.selectFrom('session').selectAll().execute()
  expect(rows).toHaveLength(1)
  expect(JSON.stringify(rows)).not.toContain(token)
})
