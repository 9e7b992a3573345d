/** A session that ends while an answer is being typed: nothing is written, nothing is lost, nobody else saves it. */
import { describe, expect, test } from 'vitest'
import { hashPassword } from '../../src/people/password-hash.ts'
import { newApp } from '../support/app.ts'
import { addPersonWith } from '../support/builders.ts'
import { openAudit } from '../support/round-builders.ts'

const email = 'amara.osei@aldermere.example'
const password = 'correct horse battery'
const cheap = { N: 1024, r: 8, p: 1 }

const answer = {
  'value:cp.clarity': 'requires_improvement',
  'evidence:cp.clarity': 'The plan says “engage”, line by line.\nNothing on what “safe” is.',
  'reason:cp.clarity': '',
  'revision:cp.clarity': '0',
}
const kept = {
  item_key: 'cp.clarity',
  value: 'requires_improvement',
  evidence: answer['evidence:cp.clarity'],
  revision: 1,
}

const interrupted = async () => {
  const t = await newApp()
  const auditorId = await addPersonWith(t.context(), {
    email,
    passwordHash: await hashPassword(password, cheap),
  })
  const { auditId } = await openAudit(t.context(), { auditorId })
  const browser = await t.browserOf(auditorId)
  t.setNow('2026-01-12T10:00:00.000Z')
  const answers = () =>
    t.db.selectFrom('answer').select(['item_key', 'value', 'evidence', 'revision']).execute()
  return {
    ...t,
    auditId,
    auditorId,
    browser,
    answers,
    path: `/audits/${auditId}/answers/cp.clarity`,
  }
}

test('an autosave gets 401 and writes nothing; sent again after sign-in it is saved', async () => {
  const t = await interrupted()
  const eventsBefore = await t.db.selectFrom('event').select('number').execute()
  const refused = await t.browser.post(t.path, answer, { 'hx-request': 'true' })
  expect(refused.status).toBe(401)
  expect(await refused.text()).toBe(
    '<span data-signed-out="true">You have been signed out. What you typed is still on this page.</span>'
  )
  expect(await t.answers()).toEqual([])
  expect(await t.db.selectFrom('event').select('number').execute()).toEqual(eventsBefore)

  const again = await t.browserOf(t.auditorId)
  const saved = await again.post(t.path, answer, { 'hx-request': 'true' })
  expect(saved.status).toBe(200)
  expect(await saved.text()).toContain('Saved at 10:00')
  expect(await t.answers()).toEqual([kept])
})

test('the old page’s token is refused after sign-in, until the page has asked for the new one', async () => {
  const t = await interrupted()
  const again = await t.browserOf(t.auditorId)
  const stale = { _csrf: t.browser.csrf, ...answer }
  expect((await again.post(t.path, stale, { 'hx-request': 'true' })).status).toBe(403)
  expect(await t.answers()).toEqual([])
  const { csrf } = (await (await again.get('/session')).json()) as { csrf: string }
  const fresh = { _csrf: csrf, ...answer }
  expect((await again.post(t.path, fresh, { 'hx-request': 'true' })).status).toBe(200)
  expect(await t.answers()).toEqual([kept])
})

describe('without JavaScript', () => {
  const heldOn = async (response: Response) => {
    const page = await response.text()
    expect(page).toContain(
      'Your session had ended before this was saved. Sign in again as the same person and it will be saved.'
    )
    return /name="held" value="([^"]+)"/.exec(page)?.[1] ?? ''
  }

  test('the posted page is carried through sign-in and saved', async () => {
    const t = await interrupted()
    const ended = await t.browser.post(`/audits/${t.auditId}/themes/cp_plan`, answer)
    expect(ended.status).toBe(401)
    expect(await t.answers()).toEqual([])
    const held = await heldOn(ended)
    expect(held).not.toContain('engage')
    const signedIn = await t.visitor.post('/sign-in', { email, password, held })
    expect([signedIn.status, signedIn.headers.get('location')]).toEqual([
      303,
      `/audits/${t.auditId}/themes/common`,
    ])
    expect(signedIn.headers.get('set-cookie')).toMatch(/^plumbline=[\w-]{43};/)
    expect(await t.answers()).toEqual([kept])
  })

  test('a wrong password in between loses nothing', async () => {
    const t = await interrupted()
    const held = await heldOn(await t.browser.post(`/audits/${t.auditId}/themes/cp_plan`, answer))
    const wrong = await t.visitor.post('/sign-in', { email, password: 'not this one', held })
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain(`name="held" value="${held}"`)
    await t.visitor.post('/sign-in', { email, password, held })
    expect(await t.answers()).toEqual([kept])
  })

  test('for anybody else, or changed on the way, it is dropped', async () => {
    const t = await interrupted()
    const held = await heldOn(await t.browser.post(`/audits/${t.auditId}/themes/cp_plan`, answer))
    await addPersonWith(t.context(), {
      email: 'kofi.mensah@aldermere.example',
      passwordHash: await hashPassword(password, cheap),
    })
    const other = await t.visitor.post('/sign-in', {
      email: 'kofi.mensah@aldermere.example',
      password,
      held,
    })
    expect([other.status, other.headers.get('location')]).toEqual([303, '/'])
    const changed = `${held.slice(0, -4)}AAAA`
    const tampered = await t.visitor.post('/sign-in', { email, password, held: changed })
    expect([tampered.status, tampered.headers.get('location')]).toEqual([303, '/'])
    expect(await t.answers()).toEqual([])
  })

  test('a page full of words is carried too', async () => {
    const t = await interrupted()
    // As long as a page of twenty full answers, in characters that take twelve bytes each in a form.
    const evidence = '😀'.repeat(100_000)
    const response = await t.browser.post(`/audits/${t.auditId}/themes/cp_plan`, {
      ...answer,
      'evidence:cp.clarity': evidence,
    })
    expect(response.status).toBe(401)
    const held = await heldOn(response)
    const signedIn = await t.visitor.post('/sign-in', { email, password, held })
    // Too long for one answer, which is what it is told: not that the form is too large.
    expect(signedIn.status).toBe(422)
    expect(await signedIn.text()).toContain('characters')
  })
})
