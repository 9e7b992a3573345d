/** Signing in, being throttled, and what a session that has ended does to a post. */
import { describe, expect, test } from 'vitest'
import { hashPassword } from '../../src/people/password-hash.ts'
import { newApp } from '../support/app.ts'
import { addPersonWith } from '../support/builders.ts'

const cheap = { N: 1024, r: 8, p: 1 }

const appWithAmara = async () => {
  const t = await newApp()
  const personId = await addPersonWith(t.context(), {
    email: 'amara.osei@aldermere.example',
    passwordHash: await hashPassword('correct horse battery', cheap),
  })
  return { ...t, personId }
}

describe('POST /sign-in', () => {
  test('the right password starts a session and leads to the first page', async () => {
    const t = await appWithAmara()
    const response = await t.visitor.post('/sign-in', {
      email: ' Amara.Osei@aldermere.example ',
      password: 'correct horse battery',
    })
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe('/')
    expect(response.headers.get('set-cookie')).toMatch(
      /^plumbline=[\w-]{43}; .*HttpOnly.*SameSite=Lax/
    )
    const sessions = await t.db.selectFrom('session').select('person_id').execute()
    expect(sessions).toEqual([{ person_id: t.personId }])
  })

  test('a wrong password and an unknown address get the same words', async () => {
    const t = await appWithAmara()
    const wrong = await t.visitor.post('/sign-in', {
      email: 'amara.osei@aldermere.example',
      password: 'x',
    })
    const unknown = await t.visitor.post('/sign-in', {
      email: 'nobody@aldermere.example',
      password: 'x',
    })
    for (const response of [wrong, unknown]) {
      expect(response.status).toBe(422)
      expect(await response.text()).toContain('The email address or the password is not right')
    }
    expect(await t.db.selectFrom('session').select('id').execute()).toEqual([])
  })

  test('the sixth try after five wrong ones is refused, right or not, until a quarter of an hour has passed', async () => {
    const t = await appWithAmara()
    const attempt = (password: string) =>
      t.visitor.post('/sign-in', { email: 'amara.osei@aldermere.example', password })
    for (let i = 0; i < 5; i += 1) expect((await attempt('wrong')).status).toBe(422)
    const refused = await attempt('correct horse battery')
    expect(refused.status).toBe(429)
    expect(await refused.text()).toContain(
      'Too many wrong passwords. Wait 15 minutes and try again'
    )
    t.setNow('2026-01-12T09:15:00.000Z')
    expect((await attempt('correct horse battery')).status).toBe(303)
  })

  test('a post from another site is refused', async () => {
    const t = await appWithAmara()
    const response = await t.visitor.post(
      '/sign-in',
      { email: 'amara.osei@aldermere.example', password: 'correct horse battery' },
      { 'sec-fetch-site': 'cross-site' }
    )
    expect(response.status).toBe(403)
  })
})

describe('a post after the session has ended', () => {
  const heldIn = (html: string): string => /name="held" value="([^"]+)"/.exec(html)?.[1] ?? ''

  test('is carried through sign-in and replayed for the same person', async () => {
    const t = await appWithAmara()
    const browser = await t.browserOf(t.personId)
    t.setNow('2026-01-12T10:00:00.000Z')
    const ended = await browser.post('/sign-out', { everywhere: 'yes' })
    expect(ended.status).toBe(401)
    const held = heldIn(await ended.text())
    expect(held).not.toBe('')
    const again = await t.visitor.post('/sign-in', {
      email: 'amara.osei@aldermere.example',
      password: 'correct horse battery',
      held,
    })
    expect(again.status).toBe(303)
    expect(again.headers.get('location')).toBe('/sign-in')
    const open = await t.db
      .selectFrom('session')
      .select('id')
      .where('ended_at', 'is', null)
      .execute()
    expect(open).toEqual([])
  })

  test('is not replayed for anybody else', async () => {
    const t = await appWithAmara()
    const browser = await t.signIn(['manager'])
    t.setNow('2026-01-12T10:00:00.000Z')
    const held = heldIn(await (await browser.post('/sign-out', { everywhere: 'yes' })).text())
    const other = await t.visitor.post('/sign-in', {
      email: 'amara.osei@aldermere.example',
      password: 'correct horse battery',
      held,
    })
    expect(other.headers.get('location')).toBe('/')
    expect(
      await t.db.selectFrom('session').select('person_id').where('ended_at', 'is', null).execute()
    ).toContainEqual({ person_id: t.personId })
  })
})

test('a session ends after half an hour unused, and not before', async () => {
  const t = await newApp()
  const browser = await t.signIn(['manager'])
  t.setNow('2026-01-12T09:29:00.000Z')
  expect((await browser.get('/account')).status).toBe(200)
  t.setNow('2026-01-12T10:01:00.000Z')
  const ended = await browser.get('/account')
  expect([ended.status, ended.headers.get('location')]).toEqual([303, '/sign-in?next=%2Faccount'])
})
