/** Saving one answer as it is typed: the fragment, the conflict, and everything that can be wrong with what is sent. */
import { describe, expect, test } from 'vitest'
import { saveAnswers } from '../../src/audits/save-answers.ts'
import { submitAudit } from '../../src/audits/submit-audit.ts'
import { newApp } from '../support/app.ts'
import { answerAll, asPerson, sent } from '../support/audit-answers.ts'
import { type Fields, fields, htmx, setUp } from './open-audit-page.ts'

describe('an autosave', () => {
  test('answers with a small fragment: saved at, the next revision, the panel', async () => {
    const { autosave } = await setUp(await newApp())
    const response = await autosave('cp.clarity', fields('cp.clarity', 'inadequate'))
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
    const { browser, at, autosave } = await setUp(await newApp())
    const unsafe = await autosave('common.safe_now', fields('common.safe_now', 'no'))
    const html = await unsafe.text()
    for (const gate of ['common-already_known', 'ring-first']) {
      expect(html).toContain(`<span class="pl-gate pl-gate--open" id="gate-${gate}"></span>`)
    }
    // Who was told is recorded in the safety notice, whose form comes with this one answer.
    expect(html).not.toContain('gate-common-escalated')
    expect(html).toContain('<hx-partial hx-target="#safety-panel" hx-swap="outerMorph">')
    expect(html.match(/role="alert"/g)).toHaveLength(1)
    expect(html).toMatch(/action="\/safety-notices\/[0-9a-f-]+\/told"/)
    const page = await (await browser.get(`${at}/themes/safe-now`)).text()
    expect(page).toContain('Ring first. Then record whom you rang and when.')
    const safe = await autosave(
      'common.safe_now',
      fields('common.safe_now', 'yes', { revision: '1' })
    )
    const after = await safe.text()
    expect(after).toContain('<span class="pl-gate" id="gate-common-already_known"></span>')
    expect(after).toContain('A safety notice is open for this child.')
  })

  test('on a stale revision shows both texts and saves neither', async () => {
    const { t, auditId, auditorId, autosave, answerOf } = await setUp(await newApp())
    await saveAnswers(asPerson(t.context(), auditorId), {
      auditId,
      answers: [sent('cp.clarity', ['good'], { evidence: 'Theirs <b>bold</b>' })],
    })
    t.setNow('2026-01-12T09:10:00.000Z')
    const mine = fields('cp.clarity', 'inadequate', { evidence: 'Mine' })
    const response = await autosave('cp.clarity', mine)
    expect(response.status).toBe(409)
    const html = await response.text()
    expect(html).toContain('You, in another tab or window, changed this at 09:00')
    expect(html).toContain('Theirs &lt;b&gt;bold&lt;/b&gt;')
    expect(html).toContain('Mine')
    expect(html).toContain('name="revision:cp.clarity" value="1"')
    expect(await answerOf('cp.clarity')).toMatchObject({ value: 'good', revision: 1 })
    const again = { ...mine, 'revision:cp.clarity': '1' }
    expect((await autosave('cp.clarity', again)).status).toBe(200)
  })

  test('that is not well-formed says what would be right', async () => {
    const { autosave, answerOf } = await setUp(await newApp())
    const response = await autosave('cp.months_on_plan', fields('cp.months_on_plan', 'seven'))
    expect(response.status).toBe(422)
    expect(await response.text()).toContain(
      'Enter a number of months in figures, such as 12, with at most two decimal places.'
    )
    expect(await answerOf('cp.months_on_plan')).toBeUndefined()
  })

  test.each<[string, Fields, number, string]>([
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
    const { t, autosave } = await setUp(await newApp())
    const response = await autosave('cp.clarity', sentFields)
    expect(response.status).toBe(status)
    expect(await response.text()).toContain(words)
    expect(await t.db.selectFrom('answer').selectAll().execute()).toEqual([])
  })

  test.each(['voice.seen', 'cp.nonsense', '__proto__', 'constructor', '%2e%2e', 'x'.repeat(500)])(
    'of no question of this audit: %s',
    async (key) => {
      const { autosave } = await setUp(await newApp())
      const name = decodeURIComponent(key)
      expect((await autosave(key, fields(name, 'good'))).status).toBe(404)
    }
  )

  test('of somebody else’s audit is answered as unknown, and recorded', async () => {
    const { t, at, auditId } = await setUp(await newApp())
    const other = await t.signIn(['manager'])
    const response = await other.post(
      `${at}/answers/cp.clarity`,
      fields('cp.clarity', 'good'),
      htmx
    )
    expect(response.status).toBe(404)
    const refusals = await t.db
      .selectFrom('event')
      .select(['subject_id', 'actor_id'])
      .where('type', '=', 'access.refused')
      .execute()
    expect(refusals).toEqual([{ subject_id: auditId, actor_id: other.personId }])
  })

  test('after it was submitted elsewhere says so and keeps what was submitted', async () => {
    const { t, auditId, auditorId, autosave, answerOf } = await setUp(await newApp())
    await answerAll(t.context(), { auditId, auditorId })
    await submitAudit(asPerson(t.context(), auditorId), { auditId })
    const late = fields('cp.clarity', 'inadequate', { revision: '1' })
    const response = await autosave('cp.clarity', late)
    expect(response.status).toBe(409)
    expect(await response.text()).toContain(
      'This audit has been submitted. A QA lead can reopen it. Nothing was saved.'
    )
    expect(await answerOf('cp.clarity')).toMatchObject({ value: 'good', revision: 1 })
  })

  test('when the session has ended saves nothing and says so', async () => {
    const { t, autosave, answerOf } = await setUp(await newApp())
    t.setNow('2026-01-12T10:00:00.000Z')
    const response = await autosave('cp.clarity', fields('cp.clarity', 'good'))
    expect(response.status).toBe(401)
    expect(await response.text()).toContain('What you typed is still on this page')
    expect(await answerOf('cp.clarity')).toBeUndefined()
  })

  test('of the theme’s grade, and of a stale one', async () => {
    const { t, browser, at } = await setUp(await newApp())
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
