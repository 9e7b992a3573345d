/** Submitting and reopening: the readiness, the snapshot, the judgements and tallies, and what a second time changes. */
import { describe, expect, test } from 'vitest'
import { reopenAudit } from '../../src/audits/reopen-audit.ts'
import { saveAnswers } from '../../src/audits/save-answers.ts'
import { saveThemeGrade } from '../../src/audits/save-theme-grade.ts'
import { submitAudit } from '../../src/audits/submit-audit.ts'
import type { Context } from '../../src/db/transaction.ts'
import { NotTheirs, WrongState } from '../../src/errors.ts'
import { changeSetting } from '../../src/settings/change-setting.ts'
import { newApp } from '../support/app.ts'
import { answerAll, asPerson, sent } from '../support/audit-answers.ts'
import { addPersonWith, addTeamWith } from '../support/builders.ts'
import { newContext } from '../support/context.ts'
import { openAudit } from '../support/round-builders.ts'

const setUp = async () => {
  const ctx = await newContext()
  const teamId = await addTeamWith(ctx, { name: 'Riverside' })
  const iroId = await addPersonWith(ctx, { roles: ['iro'] })
  const audit = await openAudit(ctx, { case: { teamId, iroId } })
  return { ctx, teamId, iroId, ...audit, own: asPerson(ctx, audit.auditorId) }
}

const auditRow = (ctx: Context, id: string) =>
  ctx.db
    .selectFrom('audit')
    .select([
      'state',
      'first_submitted_at',
      'submitted_at',
      'audited_on',
      'service_status',
      'team_id',
      'iro_id',
      'is_counted',
      'reopen_reason',
    ])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

const judgements = async (ctx: Context) =>
  (
    await ctx.db
      .selectFrom('judgement')
      .select(['theme', 'item', 'kind', 'value', 'team_id', 'service_status'])
      .execute()
  ).toSorted((a, b) => (`${a.theme} ${a.item}` < `${b.theme} ${b.item}` ? -1 : 1))

describe('submitting', () => {
  test('the council says how long the evidence beside a weak grade has to be', async () => {
    const { ctx, own, auditId, ...audit } = await setUp()
    await answerAll(ctx, { auditId, ...audit })
    const weak = { evidence: 'No dates.', revision: 1 }
    await saveAnswers(own, {
      auditId,
      answers: [sent('cp.actions', ['requires_improvement'], weak)],
    })
    const least = { key: 'evidence_min_characters', value: '30', revision: 0 } as const
    const adminId = await addPersonWith(ctx, { roles: ['administrator'] })
    await changeSetting(asPerson(ctx, adminId), least)
    const result = await submitAudit(own, { auditId })
    expect(result.ok ? [] : result.missing.map(({ text }) => text)).toEqual([
      'Write what in the record shows that ‘Actions tied to the danger’ is requires improvement, in at least 30 characters',
    ])
  })

  test('an incomplete audit says what is missing and changes nothing', async () => {
    const { ctx, own, auditId } = await setUp()
    await saveAnswers(own, { auditId, answers: [sent('cp.clarity', ['good'])] })
    const result = await submitAudit(own, { auditId })
    expect(result.ok).toBe(false)
    expect(result.ok ? [] : result.missing.map(({ text }) => text)).toContain(
      'Answer ‘Actions tied to the danger’'
    )
    expect(await auditRow(ctx, auditId)).toMatchObject({ state: 'in_progress', is_counted: 0 })
    expect(await judgements(ctx)).toEqual([])
  })

  test('dates it in London, fixes what the case is, and counts each judgement', async () => {
    const { ctx, own, auditId, auditorId, caseId, teamId, iroId } = await setUp()
    await answerAll(ctx, { auditId, auditorId })
    await saveAnswers(own, {
      auditId,
      answers: [
        sent('common.family_feedback', ['parent', 'child'], { revision: 1 }),
        sent('cp.core_group', ['not_applicable'], { reason: 'Begun last week', revision: 1 }),
        sent('common.good_practice', ['Written with the family']),
      ],
    })
    const otherTeam = await addTeamWith(ctx, { name: 'Hillside' })
    const late = { ...own, now: '2026-07-01T23:30:00.000Z' }
    expect(await submitAudit(late, { auditId })).toEqual({ ok: true })
    await ctx.db
      .updateTable('case_file')
      .set({ team_id: otherTeam, service_status: 'cin' })
      .where('id', '=', caseId)
      .execute()
    expect(await auditRow(ctx, auditId)).toMatchObject({
      state: 'submitted',
      first_submitted_at: '2026-07-01T23:30:00.000Z',
      submitted_at: '2026-07-01T23:30:00.000Z',
      audited_on: '2026-07-02',
      service_status: 'cp',
      team_id: teamId,
      iro_id: iroId,
      is_counted: 1,
    })
    const rows = await judgements(ctx)
    expect(new Set(rows.map((row) => `${row.team_id} ${row.service_status}`))).toEqual(
      new Set([`${teamId} cp`])
    )
    expect(rows.map(({ theme, item, kind, value }) => [theme, item, kind, value])).toEqual([
      ['audit', '', 'grade', 'good'],
      ['common', 'common.family_feedback', 'category', 'child\nparent'],
      ['common', 'common.impact', 'grade', 'good'],
      ['common', 'common.safe_now', 'category', 'yes'],
      ['common', 'common.worker_involved', 'category', 'before_grading'],
      ['cp_plan', '', 'grade', 'good'],
      ['cp_plan', 'cp.actions', 'grade', 'good'],
      ['cp_plan', 'cp.child_focus', 'grade', 'good'],
      ['cp_plan', 'cp.clarity', 'grade', 'good'],
      ['cp_plan', 'cp.core_group', 'grade', 'not_applicable'],
      ['cp_plan', 'cp.months_on_plan', 'number', '7'],
      ['cp_plan', 'cp.progress', 'grade', 'good'],
      ['cp_plan', 'cp.repeat_plan', 'yes_no', 'yes'],
      ['cp_plan', 'cp.visit_within_4_weeks', 'yes_no', 'yes'],
      ['cp_plan', 'cp.visits', 'grade', 'good'],
    ])
    const event = await ctx.db
      .selectFrom('event')
      .select('details')
      .where('type', '=', 'audit.submitted')
      .executeTakeFirstOrThrow()
    expect(JSON.parse(event.details)).toEqual({
      answers: 14,
      first: true,
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
  })

  test('twice, or by somebody else, is refused', async () => {
    const { ctx, own, auditId, auditorId } = await setUp()
    await answerAll(ctx, { auditId, auditorId })
    const other = asPerson(ctx, await addPersonWith(ctx))
    await expect(submitAudit(other, { auditId })).rejects.toThrow(NotTheirs)
    await submitAudit(own, { auditId })
    await expect(submitAudit(own, { auditId })).rejects.toThrow(
      new WrongState(
        'This audit has been submitted. A QA lead can reopen it. It was not submitted.'
      )
    )
  })

  test('twice at once counts it once', async () => {
    const { ctx, own, auditId, auditorId } = await setUp()
    await answerAll(ctx, { auditId, auditorId })
    const results = await Promise.allSettled([
      submitAudit(own, { auditId }),
      submitAudit(own, { auditId }),
    ])
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const tally = await ctx.db
      .selectFrom('tally_council')
      .select('count')
      .where('theme', '=', 'audit')
      .execute()
    expect(tally).toEqual([{ count: 1 }])
  })
})

describe('reopening', () => {
  const submitted = async () => {
    const given = await setUp()
    await answerAll(given.ctx, given)
    await submitAudit(given.own, { auditId: given.auditId })
    return given
  }

  test('counts as it was submitted until it is submitted again, with the first date', async () => {
    const { ctx, own, auditId, caseId } = await submitted()
    const at = (now: string) => ({ ...own, now })
    await reopenAudit(ctx, { auditId, reason: ' The wrong plan was read ' })
    await saveThemeGrade(at('2026-01-20T10:00:00.000Z'), {
      auditId,
      theme: 'audit',
      grade: 'requires_improvement',
      reason: 'The right plan was read',
      revision: 1,
    })
    const gradeCounts = () =>
      ctx.db
        .selectFrom('tally_council')
        .select(['value', 'count'])
        .where('theme', '=', 'audit')
        .where('count', '<>', 0)
        .execute()
    expect(await auditRow(ctx, auditId)).toMatchObject({
      state: 'reopened',
      reopen_reason: 'The wrong plan was read',
      is_counted: 1,
    })
    expect(await gradeCounts()).toEqual([{ value: 'good', count: 1 }])

    await ctx.db
      .updateTable('case_file')
      .set({ service_status: 'cin' })
      .where('id', '=', caseId)
      .execute()
    await submitAudit(at('2026-01-21T10:00:00.000Z'), { auditId })
    expect(await auditRow(ctx, auditId)).toMatchObject({
      state: 'submitted',
      audited_on: '2026-01-12',
      first_submitted_at: '2026-01-12T09:00:00.000Z',
      submitted_at: '2026-01-21T10:00:00.000Z',
      service_status: 'cp',
    })
    expect(await gradeCounts()).toEqual([{ value: 'requires_improvement', count: 1 }])
  })

  test('is for what is submitted, with a reason', async () => {
    const { ctx, auditId } = await submitted()
    await expect(reopenAudit(ctx, { auditId, reason: '  ' })).rejects.toThrow(
      'Say why the audit is reopened'
    )
    await reopenAudit(ctx, { auditId, reason: 'Asked by the team' })
    await expect(reopenAudit(ctx, { auditId, reason: 'Again' })).rejects.toThrow(
      new WrongState('This audit has been reopened. Only one that is submitted can be reopened.')
    )
  })

  test('what was imported is corrected in its file', async () => {
    const { ctx, auditId } = await submitted()
    await ctx.db.updateTable('audit').set({ origin: 'import' }).where('id', '=', auditId).execute()
    await expect(reopenAudit(ctx, { auditId, reason: 'Wrong' })).rejects.toThrow(
      'This audit was imported.'
    )
  })
})

describe('over HTTP', () => {
  test('a QA lead reads it, reopens it with a reason, and the auditor sees why', async () => {
    const t = await newApp()
    const audit = await openAudit(t.context())
    await answerAll(t.context(), audit)
    await submitAudit(asPerson(t.context(), audit.auditorId), { auditId: audit.auditId })
    const at = `/audits/${audit.auditId}`
    const lead = await t.signIn(['qa_lead'])
    const page = await (await lead.get(at)).text()
    expect(page).toContain('Reopen the audit')
    const blank = await lead.post(`${at}/reopen`, { reason: ' ' })
    expect(blank.status).toBe(422)
    expect(await blank.text()).toContain('Say why the audit is reopened')
    const reopened = await lead.post(`${at}/reopen`, { reason: 'Read the <plan> again' })
    expect(reopened.status).toBe(303)
    const auditor = await t.browserOf(audit.auditorId)
    const list = await (await auditor.get(at)).text()
    expect(list).toContain('This audit was reopened.')
    expect(list).toContain('Read the &lt;plan&gt; again')
    expect((await auditor.get(`${at}/themes/cp_plan`)).status).toBe(200)
  })

  test('a partner agency’s auditor goes to My work, since it is not theirs to read any more', async () => {
    const t = await newApp()
    const partner = await t.signIn(['partner'])
    const audit = await openAudit(t.context(), { auditorId: partner.personId })
    await answerAll(t.context(), audit)
    const done = await partner.post(`/audits/${audit.auditId}/submit`)
    expect([done.status, done.headers.get('location')]).toEqual([303, '/?submitted'])
    expect((await partner.get(`/audits/${audit.auditId}`)).status).toBe(404)
  })
})
