/** A copy for the child's record says who was told that the child may not be safe, when, and what was decided. */
import mammoth from 'mammoth'
import { expect, test } from 'vitest'
import { saveAnswers } from '../../src/audits/save-answers.ts'
import { saveThemeGrade } from '../../src/audits/save-theme-grade.ts'
import { submitAudit } from '../../src/audits/submit-audit.ts'
import { decideSafetyNotice } from '../../src/safety/decide-safety-notice.ts'
import { newLine, tellManager } from '../safety/line.ts'
import { newApp, type TestApp } from '../support/app.ts'
import { answerAll, sent } from '../support/audit-answers.ts'

const textOf = async (response: Response) => {
  const buffer = Buffer.from(await response.arrayBuffer())
  return (await mammoth.extractRawText({ buffer })).value.replaceAll(/\n+/g, '\n')
}

const revisionOf = async (t: TestApp, id: string) =>
  (
    await t.db
      .selectFrom('safety_notice')
      .select('revision')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
  ).revision

const TOLD = 'Dana Whitlock'

test('as a file and to print, for who may read safety notices; not for a worker it was shared with', async () => {
  const t = await newApp()
  const line = await newLine({ ctx: t.context() })
  const { auditId, auditorId } = line
  await answerAll(t.context(), { auditId, auditorId })
  const unsafe = [
    sent('common.safe_now', ['no'], { evidence: 'The door was open.', revision: 1 }),
    sent('common.already_known', ['no'], { evidence: 'Nobody had seen it.' }),
  ]
  await saveAnswers(line.auditor, { auditId, answers: unsafe })
  const noticeId = await line.noticeId()
  await tellManager(line, noticeId)
  await decideSafetyNotice(line.as.head, {
    noticeId,
    revision: await revisionOf(t, noticeId),
    words: 'Visit today with the police.',
    dueOn: '2026-01-12',
  })
  const grade = { grade: 'inadequate', reason: '', revision: 1 }
  await saveThemeGrade(line.auditor, { auditId, theme: 'audit', ...grade })
  expect(await submitAudit(line.auditor, { auditId })).toEqual({ ok: true })

  const browser = await t.browserOf(line.people.manager)
  const word = await textOf(await browser.get(`/audits/${auditId}/copy.docx`))
  const page = await (await browser.get(`/audits/${auditId}/copy`)).text()
  for (const said of [
    'Safety notice',
    'Opened on Monday 12 January 2026 at 09:00',
    TOLD,
    'Monday 12 January 2026 at 08:55',
    'Head of service recorded a decision.',
    'Visit today with the police.',
    'To be done by Monday 12 January 2026.',
    'It was still open when this copy was made.',
  ]) {
    expect(word).toContain(said)
    expect(page).toContain(said)
  }

  const worker = await t.signIn(['practitioner'])
  await t.db
    .updateTable('audit')
    .set({ worker_id: worker.personId, shared_at: '2026-01-12T09:00:00.000Z' })
    .where('id', '=', auditId)
    .execute()
  const shared = await worker.get(`/audits/${auditId}/copy`)
  expect(shared.status).toBe(200)
  expect(await shared.text()).not.toContain(TOLD)
})
