/** The pages of an audit over HTTP: whole pages saved without JavaScript, and reading. */
import { describe, expect, test } from 'vitest'
import { saveAnswers } from '../../src/audits/save-answers.ts'
import { saveThemeGrade } from '../../src/audits/save-theme-grade.ts'
import { newApp } from '../support/app.ts'
import { answerAll, asPerson, sent } from '../support/audit-answers.ts'
import { countQueries } from '../support/count-queries.ts'
import { fields, setUp } from './open-audit-page.ts'

describe('a whole page, as without JavaScript', () => {
  test('shows what was not saved beside what stands, and saves the rest', async () => {
    const { t, browser, at, auditId, auditorId, answerOf } = await setUp(await newApp())
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
    expect(await answerOf('cp.clarity')).toMatchObject({ value: 'good', revision: 1 })
    expect(await answerOf('cp.actions')).toMatchObject({ evidence: 'Theirs', revision: 1 })

    const mine = { ...body, 'revision:cp.actions': '1', 'revision:cp.clarity': '1' }
    const theirs = await browser.post(`${at}/themes/cp_plan`, {
      ...mine,
      ...fields('cp.months_on_plan', '7'),
      theirs: 'revision:cp.actions',
    })
    expect([theirs.status, theirs.headers.get('location')]).toEqual([303, `${at}/themes/cp_plan`])
    expect(await answerOf('cp.actions')).toMatchObject({ evidence: 'Theirs', revision: 1 })
    const kept = await browser.post(`${at}/themes/cp_plan`, {
      ...mine,
      ...fields('cp.months_on_plan', '7', { revision: '1' }),
    })
    expect(kept.status).toBe(303)
    expect(await answerOf('cp.actions')).toMatchObject({ evidence: 'Mine', revision: 2 })
  })

  test('sent to a part that is not there saves nothing', async () => {
    const { browser, at, answerOf } = await setUp(await newApp())
    const response = await browser.post(`${at}/themes/nowhere`, fields('cp.clarity', 'good'))
    expect(response.status).toBe(404)
    expect(await answerOf('cp.clarity')).toBeUndefined()
  })

  test('goes on to the next part or back to the list', async () => {
    const { browser, at } = await setUp(await newApp())
    const go = async (where: string) =>
      (await browser.post(`${at}/themes/cp_plan`, { go: where })).headers.get('location')
    expect([await go('next'), await go('list'), await go('elsewhere')]).toEqual([
      `${at}/themes/common`,
      at,
      `${at}/themes/common`,
    ])
  })

  test('of no part of this audit', async () => {
    const { browser, at } = await setUp(await newApp())
    expect((await browser.get(`${at}/themes/voice`)).status).toBe(404)
    expect((await browser.post(`${at}/themes/voice`, {})).status).toBe(404)
    expect((await browser.get(`${at}/themes/audit`)).status).toBe(404)
  })
})

describe('reading', () => {
  test('is recorded once a person in a quarter of an hour, its auditor’s too', async () => {
    const { t, browser, at, auditId } = await setUp(await newApp())
    const lead = await t.signIn(['qa_lead'])
    await browser.get(at)
    await browser.get(`${at}/themes/cp_plan`)
    await lead.get(at)
    await lead.get(`${at}/print`)
    const reads = () =>
      t.db
        .selectFrom('event')
        .select(['actor_id', 'subject_id'])
        .where('type', '=', 'audit.read')
        .execute()
    expect(await reads()).toEqual([
      { actor_id: browser.personId, subject_id: auditId },
      { actor_id: lead.personId, subject_id: auditId },
    ])
  })

  test('malformed and unknown ids', async () => {
    const { browser } = await setUp(await newApp())
    for (const id of ['1', '00000000-0000-7000-8000-00000000ffff', '%F0%9F%98%80', "' or 1=1 --"]) {
      expect((await browser.get(`/audits/${encodeURI(id)}`)).status).toBe(404)
    }
  })

  test('no page takes more than eight queries', async () => {
    const { t, browser, at, auditId, auditorId } = await setUp(await newApp())
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
    const { t, browser, at, auditId, auditorId } = await setUp(await newApp())
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
