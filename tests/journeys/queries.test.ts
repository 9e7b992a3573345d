/** A page asks the database at most eight times, and no oftener when there is more to show. */
import { expect, test } from 'vitest'
import { saveAnswers } from '../../src/audits/save-answers.ts'
import type { Context } from '../../src/db/transaction.ts'
import { countQueries } from '../support/count-queries.ts'
import { run } from '../support/results-file.ts'
import { openAudit } from '../support/round-builders.ts'
import { newWorld, type World } from '../support/world.ts'

const MOST = 8

const answer = (ctx: Context, auditId: string, itemKey: string, value = 'good') =>
  saveAnswers(ctx, {
    auditId,
    answers: [{ itemKey, values: [value], evidence: 'Seen in the plan', reason: '', revision: 0 }],
  })

const rubrics = ['voice', 'supervision', 'cp_plan']

/** Imported rounds of one audit each, so that there are results to show. */
const addHistory = async (world: World, from: number, to: number) => {
  const rows = ['audit_ref,round,audited_on,theme,item,grade']
  for (let round = from; round <= to; round += 1) {
    for (const item of ['', 'cp.clarity', 'cp.visits']) {
      rows.push(`H${round},Round ${round},2025-0${(round % 9) + 1}-10,cp_plan,${item},good`)
    }
  }
  await run(world.context(), rows.join('\n'))
  return world.db.selectFrom('round').select('id').where('name', '=', 'Round 1').executeTakeFirst()
}

/** Audits of the manager, with an answer in each, each of a child who is not safe. @returns the first */
const addAudits = async (world: World, count: number) => {
  const auditorId = world.people.manager
  const made = []
  for (let i = 0; i < count; i += 1) {
    const open = await openAudit(world.context(), { auditorId, rubrics })
    const ctx: Context = { ...world.context(), actor: { kind: 'user', id: auditorId } }
    await answer(ctx, open.auditId, 'cp.clarity')
    await answer(ctx, open.auditId, 'common.safe_now', 'no')
    const notice = await world.db
      .selectFrom('safety_notice')
      .select('id')
      .where('audit_id', '=', open.auditId)
      .executeTakeFirstOrThrow()
    made.push({ ...open, noticeId: notice.id })
  }
  return made[0] ?? { auditId: '', roundId: '', noticeId: '', caseId: '' }
}

const pagesOf = (
  open: { auditId: string; roundId: string; noticeId: string; caseId: string },
  history = ''
) => ({
  manager: [
    '/',
    '/account',
    '/notices',
    '/account/cover',
    '/account/calendar',
    '/account/mail',
    '/my-audits',
    '/actions',
    '/alerts',
    '/alerts/register',
    `/audits/${open.auditId}`,
    `/audits/${open.auditId}/themes/cp_plan`,
    `/audits/${open.auditId}/conclusions`,
    `/audits/${open.auditId}/check`,
    `/audits/${open.auditId}/print`,
    '/results',
    '/results?theme=cp_plan&item=cp.clarity',
    '/results/compare',
    '/results/compare?theme=cp_plan&status=cp',
    '/results/over-time',
    '/results/over-time?theme=cp_plan',
    '/results/over-time?theme=cp_plan&item=cp.clarity&status=cp',
    `/results/audits?theme=cp_plan&round=${history}`,
    '/results/audits?theme=cp_plan',
    '/results/heat?by=team',
    '/results/heat?by=age',
    '/results/coverage',
    '/results/people',
    '/results/people/choose?name=a',
    '/results/measures?theme=cp_plan',
    '/results/overview',
    '/results/equality',
    '/results/repeat-findings',
    '/results/repeat-findings?by=service',
    '/find',
    '/find?q=2000&kind=case',
    '/find?q=20',
    '/alerts/figures',
    `/audits/${open.auditId}/themes/safe-now`,
    '/safety-notices',
    `/safety-notices/${open.noticeId}`,
    `/cases/${open.caseId}`,
    `/cases/${open.caseId}?show=safety`,
    '/rubrics',
    '/rubrics/cp_plan/1',
  ],
  administrator: [
    '/admin/settings',
    '/admin/closure-days',
    '/admin/concern-categories',
    '/admin/dispute-stages',
    '/account/cover',
  ],
  iro_manager: [
    '/cover',
    '/account/cover',
    '/alerts',
    '/alerts/figures',
    '/alerts/register',
    '/alerts/register?kind=formal&overdue=yes',
    '/midway-checks',
  ],
  qa_lead: [
    '/',
    '/rounds',
    `/rounds/${open.roundId}`,
    `/rounds/${open.roundId}/progress`,
    '/find?q=20',
    '/rounds/new',
    '/results?theme=voice',
    '/reports/evidence?from=&to=',
    '/reports/evidence/exports',
    `/audits/${open.auditId}`,
    '/safety-notices?state=open&waiting=yes',
    `/cases/${open.caseId}`,
    `/safety-notices/${open.noticeId}`,
  ],
})

const counts = async (world: World, pages: ReturnType<typeof pagesOf>) => {
  const counted: Record<string, number> = {}
  for (const role of ['manager', 'qa_lead', 'administrator', 'iro_manager'] as const) {
    const browser = await world.as(role)
    for (const path of pages[role]) {
      // The first opening in a quarter of an hour also writes that it was read.
      await browser.get(path)
      const { response, queries } = await countQueries(world, browser, path)
      expect([path, response.status]).toEqual([path, 200])
      counted[`${role} ${path}`] = queries
    }
  }
  return counted
}

test('every page takes at most eight queries, with one audit or with twelve', async () => {
  const world = await newWorld()
  const history = await addHistory(world, 1, 1)
  const pages = pagesOf(await addAudits(world, 1), history?.id)
  const few = await counts(world, pages)
  expect(Object.entries(few).filter(([, queries]) => queries > MOST)).toEqual([])
  await addAudits(world, 11)
  await addHistory(world, 2, 20)
  expect(await counts(world, pages)).toEqual(few)
})

test('the first reading of a notice in a quarter of an hour also writes that it was read', async () => {
  const world = await newWorld()
  const { noticeId } = await addAudits(world, 1)
  const counted: Record<string, number> = {}
  for (const role of ['manager', 'qa_lead'] as const) {
    const browser = await world.as(role)
    const first = await countQueries(world, browser, `/safety-notices/${noticeId}`)
    const again = await countQueries(world, browser, `/safety-notices/${noticeId}`)
    counted[role] = first.queries
    counted[`${role} again`] = again.queries
  }
  // The mark of the reading, its place in the event log and the event itself, in a transaction of their own.
  expect(counted).toEqual({ manager: 11, 'manager again': 7, qa_lead: 11, 'qa_lead again': 7 })
})
