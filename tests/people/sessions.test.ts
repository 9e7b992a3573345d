/** How long a session lasts, what ends it early, and what is never carried from one to the next. */
import { describe, expect, test } from 'vitest'
import { hashPassword } from '../../src/people/password-hash.ts'
import { newApp, type TestApp } from '../support/app.ts'
import { addPersonWith } from '../support/builders.ts'

const password = 'correct horse battery'
const email = 'amara.osei@aldermere.example'

const withAmara = async (settings: Record<string, string> = {}) => {
  const t = await newApp(settings)
  const personId = await addPersonWith(t.context(), {
    email,
    passwordHash: await hashPassword(password, { N: 1024, r: 8, p: 1 }),
  })
  return { ...t, personId }
}

const cookieOf = (response: Response) => response.headers.get('set-cookie')?.split(';')[0] ?? ''

const statusOf = async (t: TestApp, cookie: string) =>
  (await t.app.request('/account', { headers: { cookie } })).status

describe('unused', () => {
  test('for longer than the limit it ends; used in between it goes on', async () => {
    const t = await newApp({ SESSION_IDLE_MINUTES: '10' })
    const { cookie } = await t.signIn(['manager'])
    t.setNow('2026-01-12T09:09:00.000Z')
    expect(await statusOf(t, cookie)).toBe(200)
    t.setNow('2026-01-12T09:18:00.000Z')
    expect(await statusOf(t, cookie)).toBe(200)
    // One minute more than the limit, since a request within a minute is not written down.
    t.setNow('2026-01-12T09:29:00.000Z')
    expect(await statusOf(t, cookie)).toBe(303)
  })

  test('an ended session does not come back by being asked again', async () => {
    const t = await newApp({ SESSION_IDLE_MINUTES: '10' })
    const { cookie } = await t.signIn(['manager'])
    t.setNow('2026-01-12T09:30:00.000Z')
    expect(await statusOf(t, cookie)).toBe(303)
    expect(await statusOf(t, cookie)).toBe(303)
  })
})

test('it ends after the hours that are set, however busy', async () => {
  const t = await withAmara({ SESSION_HOURS: '1', SESSION_IDLE_MINUTES: '30' })
  const cookie = cookieOf(await t.visitor.post('/sign-in', { email, password }))
  for (const minute of ['20', '40', '59']) {
    t.setNow(`2026-01-12T09:${minute}:00.000Z`)
    expect(await statusOf(t, cookie)).toBe(200)
  }
  t.setNow('2026-01-12T10:00:00.000Z')
  expect(await statusOf(t, cookie)).toBe(303)
})

describe('signing in', () => {
  test('starts a new session and ends the one that the browser had', async () => {
    const t = await withAmara()
    const first = cookieOf(await t.visitor.post('/sign-in', { email, password }))
    const again = await t.visitor.post('/sign-in', { email, password }, { cookie: first })
    const second = cookieOf(again)
    expect(second).not.toBe(first)
    expect([await statusOf(t, first), await statusOf(t, second)]).toEqual([303, 200])
  })

  test('takes no token that the browser brought', async () => {
    const t = await withAmara()
    const planted = `plumbline=${'A'.repeat(43)}`
    const given = cookieOf(
      await t.visitor.post('/sign-in', { email, password }, { cookie: planted })
    )
    expect(given).not.toBe(planted)
    expect(await statusOf(t, planted)).toBe(303)
  })

  test('leaves the sessions of other machines alone', async () => {
    const t = await withAmara()
    const office = cookieOf(await t.visitor.post('/sign-in', { email, password }))
    const home = cookieOf(await t.visitor.post('/sign-in', { email, password }))
    expect([await statusOf(t, office), await statusOf(t, home)]).toEqual([200, 200])
  })

  test('a person who is signed in is not shown the sign-in page', async () => {
    const t = await newApp()
    const browser = await t.signIn(['manager'])
    const response = await browser.get('/sign-in')
    expect([response.status, response.headers.get('location')]).toEqual([303, '/'])
  })
})

describe('signing out', () => {
  test('ends this session only', async () => {
    const t = await newApp()
    const here = await t.signIn(['manager'])
    const there = await t.browserOf(here.personId)
    await here.post('/sign-out')
    expect([await statusOf(t, here.cookie), await statusOf(t, there.cookie)]).toEqual([303, 200])
  })

  test('everywhere ends every session of the person, and of nobody else', async () => {
    const t = await newApp()
    const here = await t.signIn(['manager'])
    const there = await t.browserOf(here.personId)
    const other = await t.signIn(['manager'])
    await here.post('/sign-out', { everywhere: 'yes' })
    const statuses = [here, there, other].map(({ cookie }) => statusOf(t, cookie))
    expect(await Promise.all(statuses)).toEqual([303, 303, 200])
    const events = await t.db
      .selectFrom('event')
      .select(['type', 'actor_id', 'subject_id', 'details'])
      .where('type', '=', 'person.signed_out')
      .execute()
    expect(events).toEqual([
      {
        type: 'person.signed_out',
        actor_id: here.personId,
        subject_id: here.personId,
        details: '{"sessions":2}',
      },
    ])
  })

  test('is a post: nobody is signed out by a link', async () => {
    const t = await newApp()
    const browser = await t.signIn(['manager'])
    expect((await browser.get('/sign-out')).status).toBe(405)
    expect(await statusOf(t, browser.cookie)).toBe(200)
  })
})

describe('an account that was closed', () => {
  const close = (t: TestApp, personId: string) =>
    t.db.updateTable('person').set({ is_active: 0 }).where('id', '=', personId).execute()

  test('is out at its next click', async () => {
    const t = await newApp()
    const browser = await t.signIn(['qa_lead'])
    await close(t, browser.personId)
    expect(await statusOf(t, browser.cookie)).toBe(303)
    expect((await browser.get('/session')).status).toBe(401)
  })

  test('cannot sign in, and is told no more than anybody', async () => {
    const t = await withAmara()
    await close(t, t.personId)
    const response = await t.visitor.post('/sign-in', { email, password })
    expect(response.status).toBe(422)
    expect(await response.text()).toContain('The email address or the password is not right')
    const events = await t.db
      .selectFrom('event')
      .select('details')
      .where('type', '=', 'person.sign_in_refused')
      .execute()
    expect(events).toEqual([{ details: '{"reason":"inactive"}' }])
  })
})

describe('GET /session', () => {
  test('says who, until when, and the token, to the page of a live session', async () => {
    const t = await newApp()
    const browser = await t.signIn(['manager'])
    const response = await browser.get('/session')
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({
      personId: browser.personId,
      csrf: browser.csrf,
      idleEndsAt: '2026-01-12T09:31:00.000Z',
    })
  })

  test('says nothing to anybody else', async () => {
    const t = await newApp()
    const response = await t.visitor.get('/session')
    expect([response.status, await response.json()]).toEqual([401, { signedIn: false }])
  })
})
