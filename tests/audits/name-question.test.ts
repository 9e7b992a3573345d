/** What looks like a name is saved, asked about beside it and before submitting, and not asked again once answered. */
import { expect, test } from 'vitest'
import { keepWord } from '../../src/audits/keep-word.ts'
import { submitAudit } from '../../src/audits/submit-audit.ts'
import { newApp, type TestApp } from '../support/app.ts'
import { answerAll, asPerson } from '../support/audit-answers.ts'
import { plainBrowser } from '../support/page-forms.ts'
import { openAudit } from '../support/round-builders.ts'
import { fields, htmx, setUp } from './open-audit-page.ts'

const EVIDENCE = 'The plan says what mother Sharon has to do.'
const ASKED = 'Is ‘Sharon’ somebody’s name?'

const keptRows = (t: TestApp) => t.db.selectFrom('not_a_name').selectAll().execute()

const eventTypes = async (t: TestApp) =>
  (await t.db.selectFrom('event').select('type').orderBy('number').execute()).map(
    ({ type }) => type
  )

test('an autosave saves and asks; the page asks again until it is answered, in every field of the audit', async () => {
  const { t, browser, at, answerOf, autosave } = await setUp(await newApp())
  const saved = await autosave('cp.clarity', fields('cp.clarity', 'good', { evidence: EVIDENCE }))
  expect(saved.status).toBe(200)
  const html = await saved.text()
  expect(html).toContain('hx-target="#names-item-cp-clarity"')
  expect(html).toContain(ASKED)
  expect(await answerOf('cp.clarity')).toMatchObject({ evidence: EVIDENCE, revision: 1 })
  const page = await (await browser.get(`${at}/themes/cp_plan`)).text()
  expect(page).toContain(ASKED)
  expect(page).toContain('aria-live="polite"')

  const answered = await browser.post(`${at}/themes/cp_plan`, {
    ...fields('cp.clarity', 'good', { evidence: EVIDENCE, revision: '1' }),
    not_a_name: 'item-cp-clarity Sharon',
  })
  expect([answered.status, answered.headers.get('location')]).toEqual([
    303,
    `${at}/themes/cp_plan#item-cp-clarity`,
  ])
  expect(await (await browser.get(`${at}/themes/cp_plan`)).text()).not.toContain(ASKED)
  const other = fields('cp.actions', 'good', { evidence: 'His mother, SHARON and mother sharon.' })
  expect(await (await autosave('cp.actions', other)).text()).not.toContain('somebody’s name')
  const again = fields('cp.actions', 'good', { evidence: 'Her mother Sharon.', revision: '1' })
  expect(await (await autosave('cp.actions', again)).text()).not.toContain('somebody’s name')
  expect(await keptRows(t)).toHaveLength(1)
})

test('without a script the page comes back once with the question, and the same button then goes on', async () => {
  const { t, browser, at } = await setUp(await newApp())
  const plain = plainBrowser(browser)
  const page = await plain.open(`${at}/themes/cp_plan`)
  const typed = { 'evidence:cp.visits': 'Seen with brother Tyler Smith.' }
  const asked = await plain.press(page, 'Save and go to the list', typed)
  expect(asked.path).toBe(`${at}/themes/cp_plan#item-cp-visits`)
  expect(asked.words).toContain('Is ‘Tyler Smith’ somebody’s name?')
  expect(asked.words).toContain('What you wrote is saved')
  const went = await plain.press(asked, 'Save and go to the list')
  expect(went.path).toBe(at)

  const more = { 'evidence:cp.progress': 'Typed beside it.' }
  const said = await plain.press(asked, 'It is not a name: Tyler Smith', more)
  expect(said.path).toBe(`${at}/themes/cp_plan#item-cp-visits`)
  expect(said.words).not.toContain('somebody’s name')
  expect(said.html).toContain('Typed beside it.')
  const [row] = await keptRows(t)
  expect(JSON.stringify(row)).not.toContain('Tyler')
  const [event] = await t.db
    .selectFrom('event')
    .select('details')
    .where('type', '=', 'audit.word_kept')
    .execute()
  expect(event?.details).toBe(JSON.stringify({ wordHash: row?.word_hash }))
})

test('findings, actions and reasons for a grade are asked about too', async () => {
  const { t, browser, at } = await setUp(await newApp())
  const plain = plainBrowser(browser)
  let page = await plain.open(`${at}/conclusions`)
  page = await plain.press(page, 'Add the strength', { words: 'Jake’s mother was listened to' })
  expect(page.words).toContain('Is ‘Jake’ somebody’s name?')
  page = await plain.press(page, 'It is not a name: Jake')
  expect(page.path).toMatch(/conclusions#said-/)
  expect(page.words).not.toContain('somebody’s name')
  page = await plain.press(page, 'Add the action', { what: 'Ring Mr Brown' })
  expect(page.words).toContain('Is ‘Brown’ somebody’s name?')
  page = await plain.press(page, 'Save the overall grade', {
    grade: 'good',
    grade_reason: 'Father Sean was asked',
  })
  expect(page.words).toContain('Is ‘Sean’ somebody’s name?')
  const id = t.deps.ids()
  const typed = { kind: 'area', item: '', words: 'aunt Ivy was not', revision: '0', finding: id }
  const autosaved = await (await browser.post(`${at}/findings`, typed, htmx)).text()
  expect(autosaved).toContain(`hx-target="#names-${id}"`)
  expect(autosaved).toContain('Is ‘Ivy’ somebody’s name?')
})

test('the check page lists it as a question that holds nothing up', async () => {
  const { t, browser, at, auditId, auditorId } = await setUp(await newApp())
  await answerAll(t.context(), { auditId, auditorId })
  const own = asPerson(t.context(), auditorId)
  const plain = plainBrowser(browser)
  let page = await plain.open(`${at}/check`)
  expect(page.words).not.toContain('Is this a name?')
  const saved = fields('cp.clarity', 'good', { evidence: EVIDENCE, revision: '1' })
  await browser.post(`${at}/answers/cp.clarity`, saved, htmx)
  page = await plain.open(`${at}/check`)
  expect(page.words).toContain('Is this a name?')
  expect(page.words).toContain('‘Sharon’ in Child protection plan: Clear to parents')
  expect(page.words).not.toContain('still missing')
  expect(page.links).toContain(`${at}/themes/cp_plan#item-cp-clarity`)
  const said = await plain.press(page, 'It is not a name: Sharon')
  expect([said.path, said.words.includes('Is this a name?')]).toEqual([`${at}/check#names`, false])
  await t.db.deleteFrom('not_a_name').execute()
  expect(await submitAudit(own, { auditId })).toEqual({ ok: true })
})

test('is said for one audit by its auditor, once, and only while it is at work', async () => {
  const { t, browser, at, auditId, auditorId } = await setUp(await newApp())
  const own = asPerson(t.context(), auditorId)
  const other = await openAudit(t.context(), { auditorId })
  await keepWord(own, { auditId, word: 'Sharon' })
  await keepWord(own, { auditId, word: 'sharon' })
  await keepWord(own, { auditId: other.auditId, word: 'Sharon' })
  const rows = await keptRows(t)
  expect(rows.map((row) => row.audit_id).toSorted()).toEqual([auditId, other.auditId].toSorted())
  expect(new Set(rows.map((row) => row.word_hash)).size).toBe(2)
  expect((await eventTypes(t)).filter((type) => type === 'audit.word_kept')).toHaveLength(2)
  for (const wrong of ['', 'Sharon', 'item-1 ', `item-1 ${'a'.repeat(200)}`]) {
    const refused = await browser.post(`${at}/not-a-name`, { not_a_name: wrong })
    expect([wrong, refused.status]).toEqual([wrong, 422])
  }
  await answerAll(t.context(), { auditId, auditorId })
  await submitAudit(own, { auditId })
  const late = await browser.post(`${at}/not-a-name`, { not_a_name: 'names Jake' })
  expect(late.status).toBe(409)
  expect(await keptRows(t)).toHaveLength(2)
})
