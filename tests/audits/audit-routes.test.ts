/** The pages and posts of an audit over HTTP: what they answer, in which words, and what stands in the database then. */
import { describe, expect, test } from 'vitest'
import { saveAnswers } from '../../src/audits/save-answers.ts'
import { saveThemeGrade } from '../../src/audits/save-theme-grade.ts'
import { submitAudit } from '../../src/audits/submit-audit.ts'
import { type Browser, newApp, type TestApp } from '../support/app.ts'
import { answerAll, asPerson, sent } from '../support/audit-answers.ts'
import { countQueries } from '../support/count-queries.ts'
import { openAudit } from '../support/round-builders.ts'

const htmx = { 'hx-request': 'true' }

const setUp = async () => {
  const t = await newApp()
  const audit = await openAudit(t.context(), { case: { reference: '198230' } })
  const browser = await t.browserOf(audit.auditorId)
  return { t, ...audit, browser, at: `/audits/${audit.auditId}` }
}

const fields = (
  key: string,
  value: string | readonly string[],
  given: { evidence?: string; reason?: string; revision?: string } = {}
) => ({
  [`value:${key}`]: value,
  [`evidence:${key}`]: given.evidence ?? '',
  [`reason:${key}`]: given.reason ?? '',
  [`revision:${key}`]: given.revision ?? '0',
})

const autosave = (
  browser: Browser,
  at: string,
  key: string,
  sentFields: Record<string, string | readonly string[]>
) => browser.post(`${at}/answers/${key}`, sentFields, htmx)

const answerOf = (t: TestApp, key: string) =>
  t.db
    .selectFrom('answer')
    .select(['state', 'value', 'evidence', 'revision'])
    .where('item_key', '=', key)
    .executeTakeFirst()

describe('an autosave', () => {
  test('answers with a small fragment: saved at, the next revision, the panel', async () => {
    const { browser, at } = await setUp()
    const response = await autosave(browser, at, 'cp.clarity', fields('cp.clarity', 'inadequate'))
    expect(response.status).toBe(200)
    const html = await response.text()
    expect(html).toMatch(/^<div class="pl-saved pl-saved--saved" id="saved-cp-clarity"/)
    expect(html).toContain('<input type="hidden" name="revision:cp.clarity" value="1"/>')
    expect(html).toContain('Saved at 09:00')
    expect(html).toContain('1 of 13 answered')
    expect(html).toContain('hx-target="#side-grade"')
    expect(html).not.toContain('<html')
    expect(Buffer.byteLength(html)).toBeLessThan(1536)
  })

  test('brings a follow-up in, and says whom to ring first', async () => {
    const { browser, at } = await setUp()
    const unsafe = await autosave(browser, at, 'common.safe_now', fields('common.safe_now', 'no'))
    const html = await unsafe.text()
    for (const gate of ['common-already_known', 'common-escalated', 'ring-first']) {
      expect(html).toContain(`<span class="pl-gate pl-gate--open" id="gate-${gate}"></span>`)
    }
    expect(Buffer.byteLength(html)).toBeLessThan(1536)
    const page = await (await browser.get(`${at}/themes/safe-now`)).text()
    expect(page).toContain('Ring first. Then record whom you rang and when.')
    const safe = await autosave(
      browser,
      at,
      'common.safe_now',
      fields('common.safe_now', 'yes', { revision: '1' })
    )
    expect(await safe.text()).toContain('<span class="pl-gate" id="gate-common-escalated"></span>')
  })

  test('on a stale revision shows both texts and saves neither', async () => {
    const { t, browser, at, auditId, auditorId } = await setUp()
    await saveAnswers(asPerson(t.context(), auditorId), {
      auditId,
      answers: [sent('cp.clarity', ['good'], { evidence: 'Theirs <b>bold</b>' })],
    })
    t.setNow('2026-01-12T09:10:00.000Z')
    const mine = fields('cp.clarity', 'inadequate', { evidence: 'Mine' })
    const response = await autosave(browser, at, 'cp.clarity', mine)
    expect(response.status).toBe(409)
    const html = await response.text()
    expect(html).toContain('You, in another tab or window, changed this at 09:00')
    expect(html).toContain('Theirs &lt;b&gt;bold&lt;/b&gt;')
    expect(html).toContain('Mine')
    expect(html).toContain('name="revision:cp.clarity" value="1"')
    expect(await answerOf(t, 'cp.clarity')).toMatchObject({ value: 'good', revision: 1 })
    const again = { ...mine, 'revision:cp.clarity': '1' }
    expect((await autosave(browser, at, 'cp.clarity', again)).status).toBe(200)
  })

  test('that is not well-formed says what would be right', async () => {
    const { t, browser, at } = await setUp()
    const response = await autosave(
      browser,
      at,
      'cp.months_on_plan',
      fields('cp.months_on_plan', 'seven')
    )
    expect(response.status).toBe(422)
    expect(await response.text()).toContain(
      'Enter a number of months in figures, such as 12, with at most two decimal places.'
    )
    expect(await answerOf(t, 'cp.months_on_plan')).toBeUndefined()
  })

  test.each<[string, Record<string, string | readonly string[]>, number, string]>([
    ['without fields', {}, 422, 'This page is out of date or was not sent whole.'],
    ['without a revision', { 'value:cp.clarity': 'good' }, 422, 'This page is out of date'],
    [
      'with a revision that is no number',
      fields('cp.clarity', 'good', { revision: 'x' }),
      422,
      'This page is out of date',
    ],
    [
      'with the evidence twice',
      { ...fields('cp.clarity', 'good'), 'evidence:cp.clarity': ['a', 'b'] },
      422,
      'The evidence was sent twice: send it once',
    ],
    [
      'with a thousand values',
      {
        ...fields('cp.clarity', 'good'),
        'value:cp.clarity': Array.from({ length: 1000 }, () => 'good'),
      },
      422,
      'More answers were sent than there are choices',
    ],
    ['with an unknown grade', fields('cp.clarity', 'superb'), 422, 'Choose one of the grades'],
    [
      'with a megabyte of evidence',
      fields('cp.clarity', 'good', { evidence: 'x'.repeat(1_000_000) }),
      422,
      'Shorten this to 20,000 characters or fewer: 1,000,000 were typed',
    ],
    [
      'with a NUL',
      fields('cp.clarity', 'good', { evidence: 'a\0b' }),
      400,
      'a character that cannot be stored',
    ],
  ])('%s', async (_, sentFields, status, words) => {
    const { t, browser, at } = await setUp()
    const response = await autosave(browser, at, 'cp.clarity', sentFields)
    expect(response.status).toBe(status)
    expect(await response.text()).toContain(words)
    expect(await t.db.selectFrom('answer').selectAll().execute()).toEqual([])
  })

  test.each(['voice.seen', 'cp.nonsense', '__proto__', 'constructor', '%2e%2e', 'x'.repeat(500)])(
    'of no question of this audit: %s',
    async (key) => {
      const { browser, at } = await setUp()
      const name = decodeURIComponent(key)
      expect((await autosave(browser, at, key, fields(name, 'good'))).status).toBe(404)
    }
  )

  test('of somebody else’s audit is answered as unknown, and recorded', async () => {
    const { t, at, auditId } = await setUp()
    const other = await t.signIn(['manager'])
    const response = await autosave(other, at, 'cp.clarity', fields('cp.clarity', 'good'))
    expect(response.status).toBe(404)
    const refusals = await t.db
      .selectFrom('event')
      .select(['subject_id', 'actor_id'])
      .where('type', '=', 'access.refused')
      .execute()
    expect(refusals).toEqual([{ subject_id: auditId, actor_id: other.personId }])
  })

  test('after it was submitted elsewhere says so and keeps what was submitted', async () => {
    const { t, browser, at, auditId, auditorId } = await setUp()
    await answerAll(t.context(), { auditId, auditorId })
    await submitAudit(asPerson(t.context(), auditorId), { auditId })
    const late = fields('cp.clarity', 'inadequate', { revision: '1' })
    const response = await autosave(browser, at, 'cp.clarity', late)
    expect(response.status).toBe(409)
    expect(await response.text()).toContain(
      'This audit has been submitted. A QA lead can reopen it. Nothing was saved.'
    )
    expect(await answerOf(t, 'cp.clarity')).toMatchObject({ value: 'good', revision: 1 })
  })

  test('when the session has ended saves nothing and says so', async () => {
    const { t, browser, at } = await setUp()
    t.setNow('2026-01-12T10:00:00.000Z')
    const response = await autosave(browser, at, 'cp.clarity', fields('cp.clarity', 'good'))
    expect(response.status).toBe(401)
    expect(await response.text()).toContain('What you typed is still on this page')
    expect(await answerOf(t, 'cp.clarity')).toBeUndefined()
  })

  test('of the theme’s grade, and of a stale one', async () => {
    const { t, browser, at } = await setUp()
    const grade = (value: string, revision: string) =>
      browser.post(
        `${at}/themes/cp_plan/grade`,
        { grade: value, grade_reason: 'The chair’s view', grade_revision: revision },
        htmx
      )
    const saved = await grade('good', '0')
    expect(saved.status).toBe(200)
    expect(await saved.text()).toContain('name="grade_revision" value="1"')
    const stale = await grade('inadequate', '0')
    expect(stale.status).toBe(409)
    expect(await stale.text()).toContain('Yours: Your grade')
    expect((await grade('superb', '1')).status).toBe(422)
    const row = await t.db
      .selectFrom('audit_theme')
      .select(['auditor_grade', 'auditor_reason', 'revision'])
      .where('theme', '=', 'cp_plan')
      .executeTakeFirst()
    expect(row).toEqual({
      auditor_grade: 'good',
      auditor_reason: 'The chair’s view',
      revision: 1,
    })
    expect(
      (await browser.post(`${at}/themes/voice/grade`, { grade: 'good', grade_revision: '0' }))
        .status
    ).toBe(404)
  })
})

describe('a whole page, as without JavaScript', () => {
  test('shows what was not saved beside what stands, and saves the rest', async () => {
    const { t, browser, at, auditId, auditorId } = await setUp()
    await saveAnswers(asPerson(t.context(), auditorId), {
      auditId,
      answers: [sent('cp.actions', ['good'], { evidence: 'Theirs' })],
    })
    const body = {
      ...fields('cp.clarity', 'good', { evidence: '<script>alert(1)</script>\nSecond line' }),
      ...fields('cp.actions', 'inadequate', { evidence: 'Mine' }),
      ...fields('cp.months_on_plan', 'seven'),
    }
    const response = await browser.post(`${at}/themes/cp_plan`, body)
    expect(response.status).toBe(409)
    const html = await response.text()
    expect(html).toContain('Some answers were not saved')
    expect(html).toContain('Enter a number of months in figures')
    expect(html).toContain('value="seven"')
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;\nSecond line')
    expect(html).not.toContain('<script>alert')
    expect(html).toContain('name="theirs" value="revision:cp.actions"')
    expect(await answerOf(t, 'cp.clarity')).toMatchObject({ value: 'good', revision: 1 })
    expect(await answerOf(t, 'cp.actions')).toMatchObject({ evidence: 'Theirs', revision: 1 })

    const mine = { ...body, 'revision:cp.actions': '1', 'revision:cp.clarity': '1' }
    const theirs = await browser.post(`${at}/themes/cp_plan`, {
      ...mine,
      ...fields('cp.months_on_plan', '7'),
      theirs: 'revision:cp.actions',
    })
    expect([theirs.status, theirs.headers.get('location')]).toEqual([303, `${at}/themes/cp_plan`])
    expect(await answerOf(t, 'cp.actions')).toMatchObject({ evidence: 'Theirs', revision: 1 })
    const kept = await browser.post(`${at}/themes/cp_plan`, {
      ...mine,
      ...fields('cp.months_on_plan', '7', { revision: '1' }),
    })
    expect(kept.status).toBe(303)
    expect(await answerOf(t, 'cp.actions')).toMatchObject({ evidence: 'Mine', revision: 2 })
  })

  test('goes on to the next part or back to the list', async () => {
    const { browser, at } = await setUp()
    const go = async (where: string) =>
      (await browser.post(`${at}/themes/cp_plan`, { go: where })).headers.get('location')
    expect([await go('next'), await go('list'), await go('elsewhere')]).toEqual([
      `${at}/themes/common`,
      at,
      `${at}/themes/common`,
    ])
  })

  test('of no part of this audit', async () => {
    const { browser, at } = await setUp()
    expect((await browser.get(`${at}/themes/voice`)).status).toBe(404)
    expect((await browser.post(`${at}/themes/voice`, {})).status).toBe(404)
    expect((await browser.get(`${at}/themes/audit`)).status).toBe(404)
  })
})

describe('reading', () => {
  test('by somebody else is recorded once in a quarter of an hour, by its auditor never', async () => {
    const { t, browser, at, auditId } = await setUp()
    const lead = await t.signIn(['qa_lead'])
    await browser.get(at)
    await lead.get(at)
    await lead.get(`${at}/print`)
    const reads = () =>
      t.db
        .selectFrom('event')
        .select(['actor_id', 'subject_id'])
        .where('type', '=', 'audit.read')
        .execute()
    expect(await reads()).toEqual([{ actor_id: lead.personId, subject_id: auditId }])
  })

  test('malformed and unknown ids', async () => {
    const { browser } = await setUp()
    for (const id of ['1', '00000000-0000-7000-8000-00000000ffff', '%F0%9F%98%80', "' or 1=1 --"]) {
      expect((await browser.get(`/audits/${encodeURI(id)}`)).status).toBe(404)
    }
  })

  test('no page takes more than eight queries', async () => {
    const { t, browser, at, auditId, auditorId } = await setUp()
    await answerAll(t.context(), { auditId, auditorId })
    for (const page of [
      '',
      '/themes/cp_plan',
      '/themes/safe-now',
      '/conclusions',
      '/check',
      '/print',
    ]) {
      await countQueries(t, browser, `${at}${page}`)
      const { response, queries } = await countQueries(t, browser, `${at}${page}`)
      expect([page, response.status, queries <= 8]).toEqual([page, 200, true])
    }
  })

  test('words are shown as they were typed', async () => {
    const { t, browser, at, auditId, auditorId } = await setUp()
    const own = asPerson(t.context(), auditorId)
    await answerAll(t.context(), { auditId, auditorId })
    await saveThemeGrade(own, {
      auditId,
      theme: 'audit',
      grade: 'outstanding',
      reason: '"><img src=x onerror=alert(1)> & more',
      revision: 1,
    })
    for (const page of ['/print', '/check', '/conclusions']) {
      const html = await (await browser.get(`${at}${page}`)).text()
      expect(html).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; more')
      expect(html).not.toContain('<img')
    }
  })
})
