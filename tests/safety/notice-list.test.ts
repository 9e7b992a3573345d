/** The list of safety notices: who sees which, filters, pages; what is withdrawn or voided, and who has left. */
import { expect, test } from 'vitest'
import { saveAnswers } from '../../src/audits/save-answers.ts'
import type { Context } from '../../src/db/transaction.ts'
import type { Role } from '../../src/people/rules/permissions.ts'
import { listChosen } from '../../src/programme/progress-store.ts'
import { seenMark } from '../../src/programme/rules/bulk-action.ts'
import { voidAudits } from '../../src/programme/void-audits.ts'
import { withdrawAudits } from '../../src/programme/withdraw-audits.ts'
import { acknowledgeSafetyNotice } from '../../src/safety/acknowledge-safety-notice.ts'
import { closeSafetyNotice } from '../../src/safety/close-safety-notice.ts'
import { decideSafetyNotice } from '../../src/safety/decide-safety-notice.ts'
import { listNotices, type NoticeFilters } from '../../src/safety/list-store.ts'
import { loadSafetyPanel } from '../../src/safety/load-safety-panel.ts'
import { newApp } from '../support/app.ts'
import { asPerson, sent } from '../support/audit-answers.ts'
import { addPersonWith, addTeamWith } from '../support/builders.ts'
import { newContext } from '../support/context.ts'
import { openAudit } from '../support/round-builders.ts'
import { type Line, newLine, tellManager } from './line.ts'

const all: NoticeFilters = { state: '', waiting: '' }

const unsafe = ['no']

const open = async (ctx: Context, given: { auditorId: string; auditId: string }) =>
  saveAnswers(asPerson(ctx, given.auditorId), {
    auditId: given.auditId,
    answers: [sent('common.safe_now', unsafe)],
  })

const seenBy = async (
  line: Line,
  reader: { id?: string; roles: readonly Role[]; teamId?: string | null },
  filters = all
) => {
  const { notices, count } = await listNotices(
    line.ctx.db,
    { id: reader.id ?? 'nobody', roles: reader.roles, teamId: reader.teamId ?? null },
    filters,
    1
  )
  expect(notices).toHaveLength(count)
  return notices.map(({ caseReference }) => caseReference)
}

/** Their own line, and a case of another service that an IRO reviews. */
const twoServices = async () => {
  const line = await newLine({ ctx: await newContext() })
  await open(line.ctx, line)
  const otherService = await addTeamWith(line.ctx, { name: 'Permanence', kind: 'service' })
  const otherTeam = await addTeamWith(line.ctx, { name: 'Care', parentId: otherService })
  const iro = await addPersonWith(line.ctx, { roles: ['iro'] })
  const other = await openAudit(line.ctx, {
    case: { teamId: otherTeam, iroId: iro, reference: 'OTHER' },
    ownTeamReason: 'Agreed for the test',
  })
  await open(line.ctx, other)
  return { line, otherService, otherTeam, iro, other }
}

test('each sees what their scope gives: own, team and below, service, reviewed, in review, all', async () => {
  const { line, otherService, otherTeam, iro, other } = await twoServices()
  const own = [line.reference]
  const both = [line.reference, 'OTHER'].sort()
  const seen = async (reader: Parameters<typeof seenBy>[1]) => (await seenBy(line, reader)).sort()
  expect(await seen({ roles: ['qa_lead'] })).toEqual(both)
  expect(await seen({ roles: ['manager'], teamId: line.teamId })).toEqual(own)
  expect(await seen({ roles: ['manager'], teamId: line.serviceId })).toEqual(own)
  expect(await seen({ roles: ['manager'], teamId: otherTeam })).toEqual(['OTHER'])
  expect(await seen({ roles: ['senior_leader'], teamId: line.teamId })).toEqual(own)
  expect(await seen({ roles: ['senior_leader'], teamId: otherService })).toEqual(['OTHER'])
  expect(await seen({ roles: ['senior_leader'] })).toEqual(both)
  expect(await seen({ id: iro, roles: ['iro'] })).toEqual(['OTHER'])
  expect(await seen({ roles: ['iro'] })).toEqual([])
  expect(await seen({ roles: ['iro_manager'] })).toEqual(['OTHER'])
  expect(await seen({ id: other.auditorId, roles: ['practitioner'] })).toEqual(['OTHER'])
  expect(await seen({ roles: ['practitioner', 'partner', 'administrator'] })).toEqual([])
  // Whoever it went to sees it, whatever they have become since.
  expect(await seen({ id: line.people.manager, roles: ['partner'] })).toEqual(own)
})

test('the page of a notice is given to the same people, and to nobody else', async () => {
  const t = await newApp()
  const line = await newLine({ ctx: t.context() })
  const iro = await addPersonWith(line.ctx, { roles: ['iro'] })
  await line.ctx.db.updateTable('case_file').set({ iro_id: iro }).execute()
  await open(line.ctx, line)
  const id = await line.noticeId()
  const statusFor = async (roles: readonly Role[], teamId: string | null) =>
    (
      await (
        await t.browserOf(await addPersonWith(line.ctx, { roles, teamId }))
      ).get(`/safety-notices/${id}`)
    ).status
  const elsewhere = await addTeamWith(line.ctx, { name: 'Elsewhere', kind: 'service' })
  expect([
    await statusFor(['manager'], line.serviceId),
    await statusFor(['senior_leader'], line.teamId),
    await statusFor(['iro_manager'], null),
    (await (await t.browserOf(iro)).get(`/safety-notices/${id}`)).status,
  ]).toEqual([200, 200, 200, 200])
  expect([
    await statusFor(['manager'], elsewhere),
    await statusFor(['senior_leader'], elsewhere),
    await statusFor(['iro'], line.teamId),
    await statusFor(['practitioner'], line.teamId),
  ]).toEqual([404, 404, 404, 404])
})

test('filters by state and by what nobody of the line has acknowledged', async () => {
  const { line } = await twoServices()
  const id = (
    await line.ctx.db
      .selectFrom('safety_notice')
      .select('id')
      .where('audit_id', '=', line.auditId)
      .executeTakeFirstOrThrow()
  ).id
  const qa = { roles: ['qa_lead'] as const }
  await acknowledgeSafetyNotice(line.as.qa, { noticeId: id })
  expect((await seenBy(line, qa, { state: '', waiting: 'yes' })).sort()).toEqual(
    [line.reference, 'OTHER'].sort()
  )
  await acknowledgeSafetyNotice(line.as.manager, { noticeId: id })
  expect(await seenBy(line, qa, { state: '', waiting: 'yes' })).toEqual(['OTHER'])
  await tellManager(line, id)
  const words = 'Visit today.'
  await decideSafetyNotice(line.as.head, { noticeId: id, revision: 1, words, dueOn: '2026-01-12' })
  expect(await seenBy(line, qa, { state: 'decided', waiting: '' })).toEqual([line.reference])
  await closeSafetyNotice(line.as.head, { noticeId: id, words: 'Seen safe.' })
  expect(await seenBy(line, qa, { state: 'closed', waiting: '' })).toEqual([line.reference])
  expect(await seenBy(line, qa, { state: 'open', waiting: '' })).toEqual(['OTHER'])
  // What waits comes first, closed ones last.
  expect(await seenBy(line, qa)).toEqual(['OTHER', line.reference])
})

test('twenty-five a page; the next page keeps the filters, and one too far is the last', async () => {
  const t = await newApp()
  const line = await newLine({ ctx: t.context() })
  await open(line.ctx, line)
  const one = await line.ctx.db.selectFrom('safety_notice').selectAll().executeTakeFirstOrThrow()
  const copies = Array.from({ length: 26 }, (_, i) => ({
    ...one,
    id: line.ctx.ids(),
    state: 'closed' as const,
    opened_at: `2026-01-0${(i % 9) + 1}T09:00:00.000Z`,
    closed_at: line.ctx.now,
  }))
  await line.ctx.db.insertInto('safety_notice').values(copies).execute()
  const qa = await t.browserOf(line.people.qa)
  const rowsOn = async (path: string) => {
    const html = await (await qa.get(path)).text()
    return { html, rows: html.match(/href="\/safety-notices\/[0-9a-f-]{36}"/g)?.length ?? 0 }
  }
  const first = await rowsOn('/safety-notices?state=closed')
  expect(first.rows).toBe(25 + 1)
  expect(first.html).toContain('href="/safety-notices?state=closed&amp;page=2"')
  expect((await rowsOn('/safety-notices?state=closed&page=2')).rows).toBe(1 + 1)
  expect((await rowsOn('/safety-notices?state=closed&page=99')).rows).toBe(1 + 1)
  expect((await rowsOn('/safety-notices?state=nonsense&page=x')).html).toContain(
    '27 safety notices'
  )
})

test.each([
  ['withdrawn', withdrawAudits],
  ['voided', voidAudits],
] as const)('an audit that is %s keeps its notice, which goes on', async (state, verb) => {
  const line = await newLine({ ctx: await newContext() })
  await open(line.ctx, line)
  const id = await line.noticeId()
  const chosen = await listChosen(line.ctx.db, line.roundId, [line.auditId], {
    todayOn: '2026-01-12',
    soonOn: '2026-01-19',
  })
  await verb(line.as.qa, {
    roundId: line.roundId,
    chosen: chosen.map((row) => ({ auditId: row.id, seen: seenMark(row) })),
    reason: 'The wrong case was drawn.',
  })
  expect(await line.ctx.db.selectFrom('audit').select('state').execute()).toEqual([{ state }])
  expect(await seenBy(line, { roles: ['manager'], teamId: line.teamId })).toEqual([line.reference])
  await acknowledgeSafetyNotice(line.as.manager, { noticeId: id })
  await tellManager(line, id)
  const words = 'Visit today.'
  await decideSafetyNotice(line.as.head, { noticeId: id, revision: 1, words, dueOn: '2026-01-12' })
  await closeSafetyNotice(line.as.qa, { noticeId: id, words: 'Seen safe.' })
})

test('an addressee who has left is offered to nobody to ring, and stays in what happened', async () => {
  const t = await newApp()
  const line = await newLine({ ctx: t.context() })
  await open(line.ctx, line)
  await line.ctx.db
    .updateTable('person')
    .set({ is_active: 0 })
    .where('id', '=', line.people.manager)
    .execute()
  const panel = await loadSafetyPanel(line.ctx.db, {
    auditId: line.auditId,
    now: line.ctx.now,
    csrf: '',
  })
  expect(panel.notice?.sentTo).toEqual(['Service manager (service manager)', 'QA lead (QA lead)'])
  expect(panel.form?.people.map(({ name }) => name)).toEqual(['Service manager', 'QA lead'])
  const qa = await t.browserOf(line.people.qa)
  const page = await (await qa.get(`/safety-notices/${await line.noticeId()}`)).text()
  expect(page).toContain('Team manager (team manager)')
})

test('an autosave of the answer carries the few to whom it went, not everybody of the council', async () => {
  const t = await newApp()
  const line = await newLine({ ctx: t.context() })
  for (let i = 0; i < 60; i += 1) await addPersonWith(line.ctx, { name: `Somebody else ${i}` })
  const browser = await t.browserOf(line.auditorId)
  const answer = await browser.post(
    `/audits/${line.auditId}/answers/common.safe_now`,
    { 'value:common.safe_now': 'no', 'revision:common.safe_now': '0' },
    { 'HX-Request': 'true' }
  )
  const html = await answer.text()
  expect(html).toContain('Ring first. Then record whom you rang and when.')
  expect(html).not.toContain('Somebody else 1')
  expect(Buffer.byteLength(html)).toBeLessThan(6_500)
})
