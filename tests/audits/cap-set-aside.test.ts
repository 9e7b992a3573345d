/** A QA lead sets aside that an unsafe child caps an audit: the grade anew, who and why beside it, and taking it back. */
import { describe, expect, test } from 'vitest'
import { restoreCap } from '../../src/audits/restore-cap.ts'
import { saveAnswers } from '../../src/audits/save-answers.ts'
import { saveThemeGrade } from '../../src/audits/save-theme-grade.ts'
import { setCapAside } from '../../src/audits/set-cap-aside.ts'
import { submitAudit } from '../../src/audits/submit-audit.ts'
import { NotAllowed, WrongState } from '../../src/errors.ts'
import { newLine, tellManager } from '../safety/line.ts'
import { newApp } from '../support/app.ts'
import { answerAll, asPerson, sent } from '../support/audit-answers.ts'
import { newContext } from '../support/context.ts'

type Given = Parameters<typeof newLine>[0]

/** Everything good, but the child is not safe and nobody knew. */
const unsafeAudit = async (given: Given = {}) => {
  const line = await newLine({ ctx: await newContext(), ...given })
  await answerAll(line.ctx, { auditId: line.auditId, auditorId: line.auditorId })
  const kept = await line.ctx.db
    .selectFrom('answer')
    .select(['item_key', 'revision'])
    .where('audit_id', '=', line.auditId)
    .execute()
  const revision = kept.find(({ item_key }) => item_key === 'common.safe_now')?.revision ?? 0
  await saveAnswers(line.auditor, {
    auditId: line.auditId,
    answers: [
      sent('common.safe_now', ['no'], { revision, evidence: 'Alone overnight.' }),
      sent('common.already_known', ['no'], { evidence: 'Nobody knew.' }),
    ],
  })
  return { line, revision: revision + 1 }
}

type Line = Awaited<ReturnType<typeof newLine>>

const gradeOf = ({ ctx, auditId }: Line) =>
  ctx.db
    .selectFrom('audit_theme')
    .select(['indicative_grade as grade', 'auditor_grade as own', 'indicative_reasons as reasons'])
    .where('audit_id', '=', auditId)
    .where('theme', '=', 'audit')
    .executeTakeFirstOrThrow()

const overrides = ({ ctx }: Line) =>
  ctx.db
    .selectFrom('safety_cap_override')
    .select(['reason', 'set_by', 'lifted_by'])
    .orderBy('id')
    .execute()

const capEvents = async ({ ctx }: Line) =>
  (await ctx.db.selectFrom('event').select('type').orderBy('number').execute())
    .map(({ type }) => type)
    .filter((type) => type.startsWith('audit.cap_'))

const reason = 'The social worker acted within the hour.'

describe('setting it aside', () => {
  test('works the indicative grade out anew, also of a submitted audit, and leaves the auditor’s alone', async () => {
    const { line } = await unsafeAudit()
    expect(await gradeOf(line)).toMatchObject({ grade: 'inadequate' })
    await tellManager(line, await line.noticeId())
    await saveThemeGrade(line.auditor, {
      auditId: line.auditId,
      theme: 'audit',
      grade: 'inadequate',
      reason: 'Nobody saw the danger.',
      revision: 1,
    })
    const own = 'inadequate'
    expect(await submitAudit(line.auditor, { auditId: line.auditId })).toEqual({ ok: true })
    await setCapAside(line.as.qa, { auditId: line.auditId, reason: `  ${reason} ` })
    expect(await gradeOf(line)).toEqual({ grade: 'good', own, reasons: '[]' })
    expect(await overrides(line)).toEqual([{ reason, set_by: line.people.qa, lifted_by: null }])

    await restoreCap(line.as.qa, { auditId: line.auditId })
    expect(await gradeOf(line)).toMatchObject({ grade: 'inadequate', own })
    expect(await overrides(line)).toEqual([
      { reason, set_by: line.people.qa, lifted_by: line.people.qa },
    ])
    expect(await capEvents(line)).toEqual(['audit.cap_set_aside', 'audit.cap_restored'])
    await setCapAside(line.as.qa, { auditId: line.auditId, reason: 'Once more.' })
    expect(await overrides(line)).toHaveLength(2)
  })

  test('needs a reason, and a cap: refused twice, for an answer that caps nothing, and once voided', async () => {
    const { line, revision } = await unsafeAudit()
    const { auditId } = line
    await expect(setCapAside(line.as.qa, { auditId, reason: ' ' })).rejects.toThrow(
      'Say why the cap is set aside'
    )
    await setCapAside(line.as.qa, { auditId, reason })
    await expect(setCapAside(line.as.qa, { auditId, reason: 'Mine' })).rejects.toThrow(
      'QA lead has already set the cap aside.'
    )
    await restoreCap(line.as.qa, { auditId })
    await expect(restoreCap(line.as.qa, { auditId })).rejects.toThrow(WrongState)
    await saveAnswers(line.auditor, {
      auditId,
      answers: [sent('common.safe_now', ['cannot_tell'], { revision, evidence: 'Not seen.' })],
    })
    await expect(setCapAside(line.as.qa, { auditId, reason })).rejects.toThrow(
      'There is no cap to set aside.'
    )
    await line.ctx.db.updateTable('audit').set({ state: 'voided' }).execute()
    await expect(setCapAside(line.as.qa, { auditId, reason })).rejects.toThrow(WrongState)
    expect(await overrides(line)).toHaveLength(1)
  })

  test('is never for the audit’s own auditor, whatever else they are', async () => {
    const { line } = await unsafeAudit()
    await line.ctx.db
      .insertInto('person_role')
      .values({ person_id: line.auditorId, role: 'qa_lead' })
      .execute()
    const own = { auditId: line.auditId, reason }
    await expect(setCapAside(asPerson(line.ctx, line.auditorId), own)).rejects.toThrow(NotAllowed)
    await setCapAside(line.as.qa, own)
    await expect(restoreCap(line.auditor, own)).rejects.toThrow(NotAllowed)
    expect(await gradeOf(line)).toMatchObject({ grade: 'good' })
  })

  test('ends with the answer it was for: a new danger caps anew', async () => {
    const { line, revision } = await unsafeAudit()
    const { auditId } = line
    await setCapAside(line.as.qa, { auditId, reason })
    const answer = (value: string, at: number) =>
      saveAnswers(line.auditor, {
        auditId,
        answers: [sent('common.safe_now', [value], { revision: at, evidence: 'As seen.' })],
      })
    await answer('yes', revision)
    await answer('no', revision + 1)
    expect(await gradeOf(line)).toMatchObject({ grade: 'inadequate' })
    expect(await overrides(line)).toMatchObject([{ lifted_by: line.auditorId }])
    expect(await capEvents(line)).toEqual(['audit.cap_set_aside', 'audit.cap_restored'])
  })
})

test('on the pages: the form for a QA lead, then who, when and why beside the grade, also in the copy', async () => {
  const t = await newApp()
  const { line } = await unsafeAudit({ ctx: t.context() })
  const at = `/audits/${line.auditId}`
  const qa = await t.browserOf(line.people.qa)
  expect(await (await qa.get(at)).text()).toContain(
    'the indicative grade can be no better than inadequate'
  )
  const blank = await qa.post(`${at}/cap/set-aside`, { 'cap-reason': '' })
  expect([blank.status, await blank.text()]).toEqual([
    422,
    expect.stringContaining('href="#cap-reason"'),
  ])
  const done = await qa.post(`${at}/cap/set-aside`, { 'cap-reason': reason })
  expect([done.status, done.headers.get('location')]).toEqual([303, `${at}?cap=set-aside`])
  const twice = await qa.post(`${at}/cap/set-aside`, { 'cap-reason': 'My own words.' })
  expect(twice.status).toBe(409)

  const words = [
    'QA lead set aside, on Monday 12 January 2026',
    'that the grade is held down because the child is not safe:',
    reason,
  ]
  const auditor = await t.browserOf(line.auditorId)
  for (const page of [`${at}/conclusions`, `${at}/check`, `${at}/print`]) {
    const shown = await (await auditor.get(page)).text()
    for (const each of words) expect([page, shown]).toEqual([page, expect.stringContaining(each)])
    expect(shown).not.toContain('/cap/')
  }
  await tellManager(line, await line.noticeId())
  await submitAudit(line.auditor, { auditId: line.auditId })
  const copy = await (await auditor.get(`${at}/copy`)).text()
  for (const each of words) expect(copy).toContain(each)

  await qa.post(`${at}/cap/restore`, {})
  const read = await (await qa.get(at)).text()
  expect(read).toContain('The cap was set aside by QA lead on')
  expect(read).toContain('until QA lead ended that on')
})
