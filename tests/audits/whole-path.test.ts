/** An audit from opening it to reading it, over HTTP, the way a browser without JavaScript does it. */
import { expect, test } from 'vitest'
import { newApp } from '../support/app.ts'
import { goodAnswers } from '../support/audit-answers.ts'
import { openAudit } from '../support/round-builders.ts'

const fieldsOf = (keys: RegExp) =>
  Object.fromEntries(
    goodAnswers
      .filter(({ itemKey }) => keys.test(itemKey))
      .flatMap(({ itemKey, values, evidence }) => [
        [`value:${itemKey}`, values],
        [`evidence:${itemKey}`, evidence],
        [`reason:${itemKey}`, ''],
        [`revision:${itemKey}`, '0'],
      ])
  )

test('opened, answered part by part, checked, submitted and read', async () => {
  const t = await newApp()
  const { auditId, auditorId, roundId } = await openAudit(t.context())
  const browser = await t.browserOf(auditorId)
  const at = `/audits/${auditId}`

  const list = await browser.get(at)
  expect(list.status).toBe(200)
  expect(await list.text()).toContain('0 of 13 questions answered')

  const safe = await browser.post(`${at}/themes/safe-now`, fieldsOf(/safe_now/))
  expect([safe.status, safe.headers.get('location')]).toEqual([303, `${at}/themes/cp_plan`])
  const plan = await browser.post(`${at}/themes/cp_plan`, {
    ...fieldsOf(/^cp/),
    grade: 'good',
    grade_reason: '',
    grade_revision: '0',
  })
  expect([plan.status, plan.headers.get('location')]).toEqual([303, `${at}/themes/common`])
  const early = await browser.post(`${at}/submit`)
  expect(early.status).toBe(422)
  const common = await browser.post(`${at}/themes/common`, fieldsOf(/common.[^s]/))
  expect([common.status, common.headers.get('location')]).toEqual([303, `${at}/conclusions`])
  const overall = await browser.post(`${at}/themes/audit/grade`, {
    grade: 'good',
    grade_reason: '',
    grade_revision: '0',
  })
  expect(overall.status).toBe(303)
  const check = await (await browser.get(`${at}/check`)).text()
  expect(check).not.toContain('still missing')

  const submitted = await browser.post(`${at}/submit`)
  expect([submitted.status, submitted.headers.get('location')]).toEqual([303, `${at}?submitted`])
  const read = await (await browser.get(at)).text()
  expect(read).toContain('School attendance rose from 61% to 94%.')

  const audit = await t.db.selectFrom('audit').selectAll().executeTakeFirstOrThrow()
  expect(audit).toMatchObject({
    state: 'submitted',
    audited_on: '2026-01-12',
    service_status: 'cp',
    is_counted: 1,
    answered: 13,
    to_answer: 13,
  })
  const tally = await t.db
    .selectFrom('tally_council')
    .select(['theme', 'item', 'value', 'count'])
    .where('round_id', '=', roundId)
    .where('item', '=', '')
    .orderBy('theme')
    .execute()
  expect(tally).toEqual([
    { theme: 'audit', item: '', value: 'good', count: 1 },
    { theme: 'cp_plan', item: '', value: 'good', count: 1 },
  ])
  const events = await t.db
    .selectFrom('event')
    .select('type')
    .where('subject_id', '=', auditId)
    .orderBy('number')
    .execute()
  expect(events.map(({ type }) => type)).toEqual([
    'audit.allocated',
    'audit.read',
    'audit.started',
    'audit.answered',
    'audit.answered',
    'audit.graded',
    'audit.answered',
    'audit.graded',
    'audit.submitted',
  ])
})
