/** A copy of everything about a case: what is in it, who may make it, and that its making is recorded. */
import { describe, expect, test } from 'vitest'
import { submitAudit } from '../../src/audits/submit-audit.ts'
import { caseFileName } from '../../src/work/rules/case-file-name.ts'
import { newAlertCouncil, raised } from '../alerts/alert-council.ts'
import { newApp } from '../support/app.ts'
import { answerAll, asPerson } from '../support/audit-answers.ts'
import { run } from '../support/results-file.ts'
import { wordsOf } from '../support/words-of.ts'
import { newWorld, type World } from '../support/world.ts'
import { auditOf, submitted } from './found-records.ts'

const exportsOf = (world: Pick<World, 'db'>) =>
  world.db
    .selectFrom('event')
    .select(['actor_id as by', 'subject_id as about', 'details'])
    .where('type', '=', 'case.exported')
    .orderBy('number')
    .execute()

/** Submitted in full, of the manager's team. */
const submittedAudit = async (world: World) => {
  const open = await auditOf(world, '4417', { case: { teamId: world.teamId, sex: 'Girl' } })
  await answerAll(world.context(), open)
  await submitAudit(asPerson(world.context(), open.auditorId), { auditId: open.auditId })
  return open
}

describe('what is in it', () => {
  test('every audit in full, imported ones too, and what is known of the case', async () => {
    const world = await newWorld()
    const { caseId } = await submittedAudit(world)
    await run(
      world.context(),
      'audit_ref,round,audited_on,theme,item,grade,case_ref,team\nH1,Old audit,2024-03-10,cp_plan,,inadequate,4417,North 1'
    )
    const words = await wordsOf(await (await world.as('manager')).get(`/cases/${caseId}/copy`))
    for (const part of [
      'Everything about case 4417',
      'In this copy\n2 audits, 0 practice alerts, 0 midway checks',
      'Worker\nNot known',
      'Sex\nGirl',
      'School attendance rose from 61% to 94%.',
      'Imported from a results file, which held its grades and no words.',
      'Read it before you disclose it.',
    ]) {
      expect(words).toContain(part)
    }
    expect(words.indexOf('Audit H1, Old audit')).toBeLessThan(words.indexOf('School attendance'))
    expect(words).not.toContain('Left out')
  })

  test('every alert with its words and steps', async () => {
    const app = await newApp()
    const council = await newAlertCouncil(app.context())
    await raised(council)
    const lead = await app.browserOf(council.people.qaLead)
    const words = await wordsOf(await lead.get(`/cases/${council.cases.one}/copy`))
    expect(words).toContain('Alert 2026-0001: Informal alert')
    expect(words).toContain('The concern\nThe assessment agreed at the review has not begun.')
    expect(words).toContain('Ines Iro raised it. An answer is expected by')
  })

  test('of an alert about several children, no reference of the others', async () => {
    const app = await newApp()
    const council = await newAlertCouncil(app.context())
    await raised(council, {
      references: 'C-100, C-101',
      concern: 'Neither C-100 nor C-101 has been seen since the review.',
    })
    const lead = await app.browserOf(council.people.qaLead)
    const copyOf = async (caseId: string) => wordsOf(await lead.get(`/cases/${caseId}/copy`))
    const first = await copyOf(council.cases.one)
    expect(first).toContain('Neither C-100 nor [another child] has been seen since the review.')
    expect(first).not.toContain('C-101')
    expect(await copyOf(council.cases.two)).toContain('Neither [another child] nor C-101 has')
  })

  test('not what is being worked on, and it says so', async () => {
    const world = await newWorld()
    const open = await auditOf(world, '4417', { case: { teamId: world.teamId } })
    const words = await wordsOf(await (await world.as('qa_lead')).get(`/cases/${open.caseId}/copy`))
    expect(words).toContain('Left out\n1 audit that is being worked on and not submitted')
  })
})

describe('who may make it', () => {
  test('only who may read all of it; the rest are told whom to ask, and it is recorded', async () => {
    const world = await newWorld()
    const { caseId } = await submittedAudit(world)
    const manager = await world.as('manager')
    expect(await (await manager.get(`/cases/${caseId}`)).text()).toContain(`/cases/${caseId}/copy`)
    const apart = await auditOf(world, '4418', { case: { teamId: world.otherTeamId } })
    await submitted(world, apart)
    await world.db
      .updateTable('audit')
      .set({ case_id: caseId })
      .where('id', '=', apart.auditId)
      .execute()
    const page = await (await manager.get(`/cases/${caseId}`)).text()
    expect(page).not.toContain(`/cases/${caseId}/copy`)
    for (const place of ['copy', 'copy.docx']) {
      const refused = await manager.get(`/cases/${caseId}/${place}`)
      expect([place, refused.status]).toEqual([place, 403])
      expect(await wordsOf(refused)).toContain('Ask a QA lead.')
    }
    expect(await exportsOf(world)).toEqual([])
    expect((await (await world.as('qa_lead')).get(`/cases/${caseId}/copy`)).status).toBe(200)
  })
})

test('each making is recorded; the same page loaded again is one', async () => {
  const world = await newWorld()
  const { caseId } = await submittedAudit(world)
  const lead = await world.as('qa_lead')
  await lead.get(`/cases/${caseId}/copy`)
  const again = await wordsOf(await lead.get(`/cases/${caseId}/copy`))
  expect(again).toContain('By The qa_lead on Monday 12 January 2026 at 09:00, to print')
  const file = await lead.get(`/cases/${caseId}/copy.docx`)
  expect(file.headers.get('content-disposition')).toBe('attachment; filename="case-4417.docx"')
  expect(new Uint8Array(await file.arrayBuffer()).subarray(0, 2)).toEqual(
    new TextEncoder().encode('PK')
  )
  const made = (format: string) => ({
    by: world.people.qa_lead,
    about: caseId,
    details: `{"audits":1,"format":"${format}"}`,
  })
  expect(await exportsOf(world)).toEqual([made('print'), made('docx')])
  expect(await world.db.selectFrom('case_copy').select('format').orderBy('id').execute()).toEqual([
    { format: 'print' },
    { format: 'docx' },
  ])
})

test('a file is named by the reference in plain letters', () => {
  expect(caseFileName('A/B 12')).toBe('case-A-B-12')
  expect(caseFileName('Ä')).toBe('case')
})
