/** Signing in with one click: works under the demonstration's mark, and is no page at all without it. */
import { describe, expect, test } from 'vitest'
import { createApp } from '../../src/app.tsx'
import { markCouncil } from '../../src/demo/mark-council.ts'
import { readCouncil } from '../../src/people/store.ts'
import { newApp } from '../support/app.ts'
import { addPersonWith, addTeamWith } from '../support/builders.ts'

const form = { 'content-type': 'application/x-www-form-urlencoded' }

const post = (fields: Record<string, string>, headers: Record<string, string> = {}) => ({
  method: 'POST',
  headers: { ...form, ...headers },
  body: new URLSearchParams(fields).toString(),
})

const demoApp = async () => {
  const t = await newApp()
  await markCouncil(t.context())
  const teamId = await addTeamWith(t.context(), { name: 'Riverside team' })
  const manager = await addPersonWith(t.context(), { name: 'Amara Osei', teamId })
  const lead = await addPersonWith(t.context(), {
    name: 'Beatrix Holloway',
    roles: ['qa_lead', 'iro'],
  })
  const app = createApp({ ...t.deps, council: await readCouncil(t.db) })
  return { ...t, app, manager, lead }
}

describe('in the demonstration council', () => {
  test('people are listed once each, by role, with post and team', async () => {
    const { app, manager } = await demoApp()
    const html = await (await app.request('/demo')).text()
    expect(html.match(/<h2[^>]*>([^<]*)/g)?.map((tag) => tag.replace(/<[^>]*>/, ''))).toEqual([
      'Manager',
      'QA lead',
    ])
    expect(html).toContain('Team manager, Riverside team')
    expect(html).toContain(`<input type="hidden" name="person" value="${manager}"/>`)
    expect(html.match(/name="person"/g)).toHaveLength(2)
  })

  test('the sign-in page leads there', async () => {
    const { app } = await demoApp()
    expect(await (await app.request('/sign-in')).text()).toContain('href="/demo"')
  })

  test('one click starts a session of that person, recorded as any other', async () => {
    const { app, db, manager } = await demoApp()
    const response = await app.request('/demo/sign-in', post({ person: manager }))
    expect([response.status, response.headers.get('location')]).toEqual([303, '/'])
    expect(response.headers.get('set-cookie')).toMatch(/^plumbline=[\w-]{43}; .*HttpOnly/)
    expect(await db.selectFrom('session').select('person_id').execute()).toEqual([
      { person_id: manager },
    ])
    const last = await db
      .selectFrom('event')
      .select(['type', 'subject_id'])
      .orderBy('number', 'desc')
      .executeTakeFirst()
    expect(last).toEqual({ type: 'person.signed_in', subject_id: manager })
  })

  test('signing in as somebody else ends the session that was open', async () => {
    const { app, db, browserOf, manager, lead } = await demoApp()
    const { cookie, csrf } = await browserOf(manager)
    const page = await (await app.request('/demo', { headers: { cookie } })).text()
    expect(page).toContain(`name="_csrf" value="${csrf}"`)
    const response = await app.request(
      '/demo/sign-in',
      post({ person: lead, _csrf: csrf }, { cookie })
    )
    expect(response.status).toBe(303)
    expect(
      await db.selectFrom('session').select('person_id').where('ended_at', 'is', null).execute()
    ).toEqual([{ person_id: lead }])
  })

  test.each([{}, { person: 'nobody' }, { person: 'x'.repeat(5000) }])(
    'an unknown person is refused in words, and nobody is signed in',
    async (fields: Record<string, string>) => {
      const { app, db } = await demoApp()
      const response = await app.request('/demo/sign-in', post(fields))
      expect(response.status).toBe(422)
      expect(await response.text()).toContain('Choose a person from the list')
      expect(await db.selectFrom('session').select('id').execute()).toEqual([])
    }
  )

  test('a post from another site is refused', async () => {
    const { app, db, manager } = await demoApp()
    const response = await app.request(
      '/demo/sign-in',
      post({ person: manager }, { 'sec-fetch-site': 'cross-site' })
    )
    expect(response.status).toBe(403)
    expect(await db.selectFrom('session').select('id').execute()).toEqual([])
  })
})

describe('in any other council', () => {
  test('both addresses answer exactly as an unknown page does', async () => {
    const t = await newApp()
    const personId = await addPersonWith(t.context())
    const unknown = await (await t.app.request('/no-such-page')).text()
    const page = await t.app.request('/demo')
    expect([page.status, await page.text()]).toEqual([404, unknown])
    const signIn = await t.app.request('/demo/sign-in', post({ person: personId }))
    expect([signIn.status, await signIn.text()]).toEqual([404, unknown])
    expect(signIn.headers.get('set-cookie')).toBeNull()
    expect(await t.db.selectFrom('session').select('id').execute()).toEqual([])
    expect(await (await t.app.request('/sign-in')).text()).not.toContain('/demo')
  })

  test('a council with people in it is never marked', async () => {
    const t = await newApp()
    await addPersonWith(t.context())
    await expect(markCouncil(t.context())).rejects.toThrow(
      'This council has people in it. A demonstration starts from nothing.'
    )
    expect((await readCouncil(t.db)).isDemo).toBe(false)
  })
})
