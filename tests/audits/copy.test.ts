/** A copy for the child's record: what it says, who may make it, and that its making is on record. */
import mammoth from 'mammoth'
import { describe, expect, test } from 'vitest'
import { reopenAudit } from '../../src/audits/reopen-audit.ts'
import { saveAnswers } from '../../src/audits/save-answers.ts'
import { saveAuditAction } from '../../src/audits/save-audit-action.ts'
import { saveFinding } from '../../src/audits/save-finding.ts'
import { saveThemeGrade } from '../../src/audits/save-theme-grade.ts'
import { submitAudit } from '../../src/audits/submit-audit.ts'
import { newApp, type TestApp } from '../support/app.ts'
import { answerAll, asPerson, sent } from '../support/audit-answers.ts'
import { addPersonWith } from '../support/builders.ts'
import { type OpenAudit, openAudit } from '../support/round-builders.ts'

const conclude = async (t: TestApp, { auditId, auditorId }: OpenAudit) => {
  const own = asPerson(t.context(), auditorId)
  await saveFinding(own, {
    auditId,
    findingId: t.deps.ids(),
    kind: 'strength',
    itemKey: 'cp.clarity',
    words: 'The plan is written for the parents.',
    revision: 0,
  })
  await saveAuditAction(own, {
    auditId,
    actionId: t.deps.ids(),
    itemKey: null,
    what: 'Read the plan with the older child',
    intendedChange: 'She knows what is to happen',
    ownerId: await addPersonWith(t.context(), { name: 'Amara Osei' }),
    dueOn: '2026-02-13',
    revision: 0,
  })
  await saveThemeGrade(own, {
    auditId,
    theme: 'audit',
    grade: 'requires_improvement',
    reason: 'The visits were counted, not used.',
    revision: 1,
  })
}

const submitted = async (t: TestApp) => {
  const audit = await openAudit(t.context(), { case: { reference: '4417' } })
  await answerAll(t.context(), audit)
  await conclude(t, audit)
  await submitAudit(asPerson(t.context(), audit.auditorId), { auditId: audit.auditId })
  const browser = await t.browserOf(audit.auditorId)
  return { ...audit, browser, at: `/audits/${audit.auditId}` }
}

const copies = (t: TestApp) =>
  t.db.selectFrom('audit_copy').select(['format', 'made_by as madeBy']).orderBy('id').execute()

const exported = (t: TestApp) =>
  t.db
    .selectFrom('event')
    .select(['actor_id as actorId', 'subject_id as subjectId', 'details'])
    .where('type', '=', 'audit.exported')
    .orderBy('number')
    .execute()

const wordsOf = async (response: Response) => {
  const buffer = Buffer.from(await response.arrayBuffer())
  return (await mammoth.extractRawText({ buffer })).value.replaceAll(/\n+/g, '\n')
}

const said = [
  'Case\n4417',
  'Submitted once and not changed since.',
  'Child protection plan',
  'Requires improvement',
  'The visits were counted, not used.',
  'What difference has the work made to this child? (critical)',
  'School attendance rose from 61% to 94%.',
  'The plan is written for the parents. (Clear to parents)',
  'Read the plan with the older child',
  'She knows what is to happen',
  'Amara Osei',
  'Whose feedback on the help they have had was obtained for this audit?',
  'A parent',
  'Before grading',
]

describe('the Word file', () => {
  test('says what the audit says, once it is read back', async () => {
    const t = await newApp()
    const { browser, at } = await submitted(t)
    const response = await browser.get(`${at}/copy.docx`)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-disposition')).toBe(
      'attachment; filename="audit-A-000001.docx"'
    )
    expect(response.headers.get('cache-control')).toContain('no-store')
    const words = await wordsOf(response)
    for (const each of said) expect(words).toContain(each)
  })

  test('each one made is recorded and shown on the audit', async () => {
    const t = await newApp()
    const { browser, at, auditId, auditorId } = await submitted(t)
    await browser.get(`${at}/copy.docx`)
    await browser.get(`${at}/copy.docx`)
    expect(await copies(t)).toEqual([
      { format: 'docx', madeBy: auditorId },
      { format: 'docx', madeBy: auditorId },
    ])
    expect(await exported(t)).toEqual([
      { actorId: auditorId, subjectId: auditId, details: '{"format":"docx"}' },
      { actorId: auditorId, subjectId: auditId, details: '{"format":"docx"}' },
    ])
    const page = await (await browser.get(at)).text()
    expect(page).toContain('Copied for the record')
    expect(page).toContain('on Monday 12 January 2026 at 09:00, as a Word document')
  })
})

describe('the page to print', () => {
  test('says the same, and counts once however often it is loaded in a quarter of an hour', async () => {
    const t = await newApp()
    const { browser, at } = await submitted(t)
    const page = await (await browser.get(`${at}/copy`)).text()
    for (const each of said) for (const line of each.split('\n')) expect(page).toContain(line)
    t.setNow('2026-01-12T09:14:59.000Z')
    await browser.get(`${at}/copy`)
    expect(await copies(t)).toHaveLength(1)
    t.setNow('2026-01-12T09:15:00.001Z')
    await browser.get(`${at}/copy`)
    expect(await copies(t)).toHaveLength(2)
    expect((await exported(t)).map(({ details }) => details)).toEqual([
      '{"format":"print"}',
      '{"format":"print"}',
    ])
  })

  test('typed words are text and no markup', async () => {
    const t = await newApp()
    const audit = await openAudit(t.context())
    await answerAll(t.context(), audit)
    await saveAnswers(asPerson(t.context(), audit.auditorId), {
      auditId: audit.auditId,
      answers: [
        sent('cp.clarity', ['good'], { evidence: '<script>alert(1)</script>', revision: 1 }),
      ],
    })
    await submitAudit(asPerson(t.context(), audit.auditorId), { auditId: audit.auditId })
    const browser = await t.browserOf(audit.auditorId)
    const page = await (await browser.get(`/audits/${audit.auditId}/copy`)).text()
    expect(page).not.toContain('<script>alert')
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  })
})

describe('no copy', () => {
  const refusals = [
    ['allocated', 'This audit has not been started yet, so there is nothing to copy.'],
    ['in_progress', 'It can be copied for the record once it is submitted.'],
    ['reopened', 'It can be copied for the record once it is submitted again.'],
    ['withdrawn', 'so it does not belong in the child’s record.'],
    ['voided', 'This audit was voided, so it does not belong in the child’s record.'],
  ] as const

  test.each(refusals)('of one that is %s', async (state, words) => {
    const t = await newApp()
    const { auditId } = await submitted(t)
    await t.db.updateTable('audit').set({ state }).where('id', '=', auditId).execute()
    const lead = await t.signIn(['qa_lead'])
    for (const place of ['copy', 'copy.docx']) {
      const response = await lead.get(`/audits/${auditId}/${place}`)
      expect(response.status).toBe(409)
      expect(await response.text()).toContain(words)
    }
    expect(await copies(t)).toEqual([])
  })

  test('for somebody who may not read the audit, who is not told that it exists', async () => {
    const t = await newApp()
    const { at } = await submitted(t)
    const stranger = await t.signIn(['manager'])
    expect((await stranger.get(`${at}/copy`)).status).toBe(404)
    expect((await stranger.get(`${at}/copy.docx`)).status).toBe(404)
    expect(await copies(t)).toEqual([])
  })
})

test('one that was reopened and submitted again says so, and how much was changed', async () => {
  const t = await newApp()
  const { at, auditId, auditorId } = await submitted(t)
  t.setNow('2026-01-13T09:00:00.000Z')
  await reopenAudit(t.context(), { auditId, reason: 'Another child was meant' })
  const own = asPerson(t.context(), auditorId)
  await saveAnswers(own, {
    auditId,
    answers: [sent('cp.clarity', ['good'], { evidence: 'Page 2', revision: 1 })],
  })
  t.setNow('2026-01-14T09:00:00.000Z')
  await submitAudit(asPerson(t.context(), auditorId), { auditId })
  const browser = await t.browserOf(auditorId)
  const words = await wordsOf(await browser.get(`${at}/copy.docx`))
  expect(words).toContain(
    'First submitted on Monday 12 January 2026 at 09:00. Last reopened on Tuesday 13 January 2026 at 09:00. ' +
      '1 text that had been submitted was changed; as submitted before, it is kept in Plumbline.'
  )
  expect(words).not.toContain('Another child was meant')
})
