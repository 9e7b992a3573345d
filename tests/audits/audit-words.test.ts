/** What the pages of an audit say at its turning points: reopened, refused with one thing missing, saved another day. */
import { expect, test } from 'vitest'
import { reopenAudit } from '../../src/audits/reopen-audit.ts'
import { saveSection } from '../../src/audits/save-section.ts'
import { submitAudit } from '../../src/audits/submit-audit.ts'
import { newApp } from '../support/app.ts'
import { answerAll, asPerson, goodAnswers } from '../support/audit-answers.ts'
import { wordsOf } from '../support/words-of.ts'
import { setUp } from './open-audit-page.ts'

test('the QA lead is told that the audit was reopened, and only while it is', async () => {
  const { t, at, auditId, auditorId } = await setUp(await newApp())
  await answerAll(t.context(), { auditId, auditorId })
  await submitAudit(asPerson(t.context(), auditorId), { auditId })
  const lead = await t.signIn(['qa_lead'])
  expect(await wordsOf(await lead.get(`${at}?reopened`))).not.toContain('The audit was reopened.')
  await reopenAudit(asPerson(t.context(), lead.personId), { auditId, reason: 'Read it again' })
  expect(await wordsOf(await lead.get(`${at}?reopened`))).toMatch(
    /The audit was reopened\. .+ has it on My work again\./
  )
})

test('an audit that was never started cannot be submitted, and stays as it is', async () => {
  const { t, browser, at, auditId } = await setUp(await newApp())
  const response = await browser.post(`${at}/submit`)
  expect(response.status).toBe(422)
  const row = await t.db
    .selectFrom('audit')
    .select(['state', 'submitted_at as submittedAt'])
    .where('id', '=', auditId)
    .executeTakeFirst()
  expect(row).toEqual({ state: 'allocated', submittedAt: null })
})

test('what is missing is counted in words', async () => {
  const { t, browser, at, auditId, auditorId } = await setUp(await newApp())
  const own = asPerson(t.context(), auditorId)
  await saveSection(own, {
    auditId,
    answers: goodAnswers,
    grade: { theme: 'cp_plan', grade: 'good', reason: '', revision: 0 },
  })
  expect(await wordsOf(await browser.get(`${at}/check`))).toContain('One thing is still missing')
  const other = await setUp(await newApp())
  expect(await wordsOf(await other.browser.get(`${other.at}/check`))).toMatch(
    /\d+ things are still missing/
  )
})

test('what was saved on another day says on which', async () => {
  const { t, browser, at, auditId, auditorId } = await setUp(await newApp())
  const yesterday = { ...asPerson(t.context(), auditorId), now: '2026-01-11T14:12:00.000Z' }
  await saveSection(yesterday, { auditId, answers: goodAnswers, grade: undefined })
  expect(await wordsOf(await browser.get(`${at}/themes/cp_plan`))).toContain(
    'Saved on 11 Jan 2026 at 14:12'
  )
})
