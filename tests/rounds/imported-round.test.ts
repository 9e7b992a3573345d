/** A round that came with a results file: it can be looked at, and nothing of it can be changed here. */
import { expect, test } from 'vitest'
import { newApp } from '../support/app.ts'
import { FILE, run } from '../support/results-file.ts'
import { wordsOf } from '../support/words-of.ts'

test('is listed and shown without a form, and refuses every change', async () => {
  const t = await newApp()
  await run(t.context(), FILE)
  const lead = await t.signIn(['qa_lead'])
  const { id } = await t.db.selectFrom('round').select('id').executeTakeFirstOrThrow()
  expect(await wordsOf(await lead.get('/rounds?year=2016'))).toContain('2 of 2 submitted')
  const page = await lead.get(`/rounds/${id}`)
  const html = await page.clone().text()
  for (const control of ['<select', '<textarea', `/rounds/${id}/`]) {
    expect(html).not.toContain(control)
  }
  const words = await wordsOf(page)
  expect(words).toContain('All 2 audits were submitted.')
  expect(words).toMatch(/Progress by auditor[\s\S]*Not known\n2\n2/)
  expect(words).toMatch(/Audit A1\nchild in need · North 1/)

  const { id: auditId } = await t.db.selectFrom('audit').select('id').executeTakeFirstOrThrow()
  const before = await t.db.selectFrom('audit').selectAll().execute()
  const answers = [
    await lead.post(`/rounds/${id}`, {
      [`auditor-${auditId}`]: lead.personId,
      [`seen-${auditId}`]: '',
    }),
    await lead.post(`/rounds/${id}/cases`, {
      references: '1',
      step: 'add',
      'status-1': 'cp',
    }),
    await lead.get(`/rounds/${id}/change`),
    await lead.post(`/rounds/${id}/open`),
    await lead.post(`/rounds/${id}/close`),
    await lead.post(`/rounds/${id}/remove/${auditId}`),
  ]
  expect(answers.map(({ status }) => status)).toEqual([422, 409, 409, 409, 409, 409])
  expect(await t.db.selectFrom('audit').selectAll().execute()).toEqual(before)
})
