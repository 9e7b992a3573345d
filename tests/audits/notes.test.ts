/** What an auditor wants to come back to: kept as it is typed, for their eyes alone, and gone at the end. */
import { expect, test } from 'vitest'
import { saveNote } from '../../src/audits/save-note.ts'
import { submitAudit } from '../../src/audits/submit-audit.ts'
import { newApp, type TestApp } from '../support/app.ts'
import { answerAll, asPerson } from '../support/audit-answers.ts'
import { addPersonWith } from '../support/builders.ts'
import { htmx, setUp } from './open-audit-page.ts'

const WORDS = 'Minutes of the core group in July'

const note = (given: Record<string, string> = {}) => ({
  mark: 'yes',
  note: WORDS,
  revision: '0',
  ...given,
})

const rows = (t: TestApp) =>
  t.db
    .selectFrom('audit_note')
    .select(['item_key as itemKey', 'is_marked as isMarked', 'words', 'revision'])
    .execute()

test('saves itself as it is typed, is listed, and starts nothing', async () => {
  const { t, browser, at, auditId } = await setUp(await newApp())
  const saved = await browser.post(`${at}/notes/cp.clarity`, note(), htmx)
  expect(saved.status).toBe(200)
  expect(await saved.text()).toContain('name="revision" value="1"')
  expect((await browser.post(`${at}/notes/cp.clarity`, note(), htmx)).status).toBe(200)
  expect(await rows(t)).toEqual([{ itemKey: 'cp.clarity', isMarked: 1, words: WORDS, revision: 1 }])
  const list = await (await browser.get(at)).text()
  expect(list).toContain(WORDS)
  expect(list).toContain(`href="${at}/themes/cp_plan#item-cp-clarity"`)
  expect(await (await browser.get('/')).text()).toContain('1 to come back to')
  expect(await (await browser.get(`${at}/themes/cp_plan`)).text()).toContain(
    'You want to come back to this'
  )
  const audit = t.db.selectFrom('audit').select('state').where('id', '=', auditId)
  expect(await audit.executeTakeFirst()).toEqual({ state: 'allocated' })
})

test('without JavaScript it is saved by its button, and taken off with the box', async () => {
  const { t, browser, at } = await setUp(await newApp())
  const response = await browser.post(`${at}/notes/cp.clarity`, note())
  expect([response.status, response.headers.get('location')]).toEqual([303, `${at}?noted`])
  await browser.post(`${at}/notes/cp.clarity`, { note: '', revision: '1' })
  expect(await rows(t)).toEqual([{ itemKey: 'cp.clarity', isMarked: 0, words: '', revision: 2 }])
  expect(await (await browser.get(at)).text()).not.toContain('To come back to')
})

test('written in two tabs shows both', async () => {
  const { t, browser, at } = await setUp(await newApp())
  await browser.post(`${at}/notes/cp.clarity`, note())
  const sent = note({ note: 'The plan of March' })
  for (const headers of [{}, htmx]) {
    const response = await browser.post(`${at}/notes/cp.clarity`, sent, headers)
    expect(response.status).toBe(409)
    const html = await response.text()
    expect(html).toContain('The plan of March')
    expect(html).toContain(WORDS)
  }
  expect(await rows(t)).toMatchObject([{ words: WORDS, revision: 1 }])
})

test('too long is refused with what is right, and what was typed stays', async () => {
  const { t, browser, at } = await setUp(await newApp())
  const long = 'a'.repeat(20_001)
  const response = await browser.post(`${at}/notes/cp.clarity`, note({ note: long }))
  expect(response.status).toBe(422)
  expect(await response.text()).toContain(long)
  expect((await browser.post(`${at}/notes/cp.nothing`, note())).status).toBe(404)
  expect(await rows(t)).toEqual([])
})

test('nobody else sees it: no QA lead, no copy, no event, nobody it is handed to', async () => {
  const { t, browser, at, auditId } = await setUp(await newApp())
  await browser.post(`${at}/notes/cp.clarity`, note())
  const lead = await t.signIn(['qa_lead'])
  for (const place of ['', '/print']) {
    expect(await (await lead.get(`${at}${place}`)).text()).not.toContain(WORDS)
  }
  expect((await lead.get(`${at}/notes/cp.clarity`)).status).toBe(303)
  const events = await t.db.selectFrom('event').select('details').execute()
  expect(JSON.stringify(events)).not.toContain('Minutes')
  const next = await addPersonWith(t.context())
  await t.db.updateTable('audit').set({ auditor_id: next }).where('id', '=', auditId).execute()
  const successor = await t.browserOf(next)
  expect(await (await successor.get(at)).text()).not.toContain(WORDS)
  expect(await (await successor.get(`${at}/notes/cp.clarity`)).text()).not.toContain(WORDS)
  expect((await browser.get(`${at}/notes/cp.clarity`)).status).toBe(404)
})

test('is gone once the audit is submitted', async () => {
  const { t, auditId, auditorId } = await setUp(await newApp())
  const own = asPerson(t.context(), auditorId)
  const words = { isMarked: true, words: WORDS, revision: 0 }
  await saveNote(own, { auditId, itemKey: 'cp.clarity', ...words })
  await answerAll(t.context(), { auditId, auditorId })
  expect(await rows(t)).toHaveLength(1)
  await submitAudit(own, { auditId })
  expect(await rows(t)).toEqual([])
})
