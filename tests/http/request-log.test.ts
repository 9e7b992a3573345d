/** What the log of requests may hold: never a body, a filter, a name or the secret of a link. */
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { createApp } from '../../src/app.tsx'
import { makeCalendarAddress } from '../../src/people/make-calendar-address.ts'
import { makePasswordLink } from '../../src/people/make-password-link.ts'
import { newApp } from '../support/app.ts'

const logged = async () => {
  const t = await newApp()
  const lines: string[] = []
  const log = pino({ level: 'info' }, { write: (line: string) => lines.push(line) })
  const app = createApp({ ...t.deps, log })
  const entries = () => lines.map((line) => JSON.parse(line) as Record<string, unknown>)
  return { ...t, app, lines, entries }
}

test('one line a request: method, path, status, time and the id of the person', async () => {
  const t = await logged()
  const browser = await t.signIn(['manager'], { name: 'Amara Osei' })
  await t.app.request('/account?theme=cp_plan', { headers: { cookie: browser.cookie } })
  expect(t.entries()).toHaveLength(1)
  expect(t.entries()[0]).toMatchObject({
    method: 'GET',
    path: '/account',
    status: 200,
    person: browser.personId,
  })
  expect(t.lines.join()).not.toMatch(/Amara|theme|cp_plan|plumbline=/)
})

test('the secret of a password link is left out', async () => {
  const t = await logged()
  const browser = await t.signIn(['manager'])
  const { path } = await makePasswordLink(t.context(), browser.personId)
  await t.app.request(path)
  expect(t.entries()[0]).toMatchObject({ path: '/set-password/…', status: 200 })
  expect(t.lines.join()).not.toContain(path.split('/').at(-1))
})

test('the secret of a calendar address is left out', async () => {
  const t = await logged()
  const browser = await t.signIn(['manager'])
  const path = await makeCalendarAddress(t.context(), browser.personId)
  await t.app.request(path)
  expect(t.entries()[0]).toMatchObject({ path: '/calendar/…', status: 200 })
  expect(t.lines.join()).not.toContain(path.slice('/calendar/'.length, -'.ics'.length))
})

test('passwords and typed addresses are left out, right or wrong', async () => {
  const t = await logged()
  await t.app.request('/sign-in', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'email=amara.osei%40aldermere.example&password=correct+horse+battery',
  })
  expect(t.entries()[0]).toMatchObject({ method: 'POST', path: '/sign-in', status: 422 })
  expect(t.lines.join()).not.toMatch(/amara|horse/)
})

test('a fault of ours is logged whole, for whoever has to mend it', async () => {
  const t = await logged()
  const browser = await t.signIn(['manager'])
  await t.db.destroy()
  const response = await t.app.request('/account', { headers: { cookie: browser.cookie } })
  expect(response.status).toBe(503)
  const [fault] = t.entries().filter(({ level }) => level === 50)
  expect(fault).toMatchObject({ msg: 'a fault of ours', method: 'GET', path: '/account' })
  expect(JSON.stringify(fault)).toContain('stack')

  const secret = '/set-password/5Yp6vnQhHfA0b3zXj1u8W2k4m7r9tE-LcDgSaBiOoNU'
  expect((await t.app.request(secret)).status).toBe(503)
  expect(t.lines.join()).not.toContain('5Yp6vnQ')
})
