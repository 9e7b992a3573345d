/** What the demonstration writes in one go is what its people would have left by saving page after page. */
import { expect, test } from 'vitest'
import type { Db } from '../../src/db/schema.ts'
import type { Context } from '../../src/db/transaction.ts'
import { concludeAudit } from '../../src/demo/conclude-audit.ts'
import { handIn } from '../../src/demo/hand-in.ts'
import { recordStart } from '../../src/demo/record-start.ts'
import { recordSubmission } from '../../src/demo/record-submission.ts'
import { newChance } from '../../src/demo/rules/chance.ts'
import { type AuditPlan, planAudit } from '../../src/demo/rules/plan-audit.ts'
import { pagesOf } from '../../src/demo/rules/plan-pages.ts'
import { savePage } from '../../src/demo/save-page.ts'
import { listCurrentRubrics } from '../../src/rubrics/store.ts'
import { newContext } from '../support/context.ts'
import { openAudit } from '../support/round-builders.ts'

const FIRST = '2026-01-12T10:00:00.000Z'
const SECOND = '2026-01-13T15:30:00.000Z'

/** One open audit of every theme that a child protection plan is asked. */
const scene = async (seed: string) => {
  const ctx = await newContext()
  const { auditId, auditorId } = await openAudit(ctx, {
    case: { reference: '204417' },
    rubrics: ['cp_plan', 'voice', 'supervision'],
  })
  const rubrics = await listCurrentRubrics(ctx.db)
  const rubric = (key: string) => {
    const found = rubrics.find((each) => each.key === key)?.rubric
    if (!found) throw new Error(`no rubric ${key}`)
    return found
  }
  const common = rubric('common')
  const themes = [rubric('cp_plan'), rubric('voice'), rubric('supervision')]
  const plan = planAudit(
    {
      common,
      themes,
      standing: { along: 0.4, practice: -0.3, luck: 0, worked: -0.5 },
      monthsInStatus: 7,
      age: 9,
      day: '2026-01-12',
    },
    newChance(seed)
  )
  const actions = plan.actions.map((action) => ({
    ...action,
    ownerId: auditorId,
    dueOn: '2026-02-06',
  }))
  const [safety, first] = pagesOf(plan)
  const started = (safety?.answers.length ?? 0) + (first?.answers.length ?? 0)
  const as = (now: string): Context => ({ ...ctx, now, actor: { kind: 'user', id: auditorId } })
  return { ctx, as, auditId, auditorId, common, themes, plan, actions, started }
}

const savePages = async (ctx: Context, auditId: string, answers: AuditPlan['answers']) => {
  for (const page of pagesOf({ answers, grades: [] })) await savePage(ctx, auditId, page)
}

/** Every row that an audit leaves, ids left out where they are made on the way. */
const rowsOf = async (db: Db) => ({
  audit: await db.selectFrom('audit').selectAll().execute(),
  themes: await db.selectFrom('audit_theme').selectAll().orderBy('position').execute(),
  answers: await db.selectFrom('answer').selectAll().orderBy('item_key').execute(),
  findings: await db
    .selectFrom('finding')
    .select(['kind', 'item_key', 'words', 'position', 'revision', 'removed_at'])
    .orderBy('position')
    .execute(),
  actions: await db
    .selectFrom('action')
    .select(['item_key', 'what', 'intended_change', 'owner_id', 'due_on', 'state', 'revision'])
    .select(['created_at', 'created_by', 'done_at'])
    .orderBy('what')
    .execute(),
  judgements: await db
    .selectFrom('judgement')
    .selectAll()
    .orderBy('theme')
    .orderBy('item')
    .execute(),
  tallies: await db
    .selectFrom('tally_council')
    .selectAll()
    .orderBy('theme')
    .orderBy('item')
    .orderBy('value')
    .execute(),
  events: (
    await db
      .selectFrom('event')
      .select(['number', 'at', 'type', 'actor_id', 'details'])
      .where('at', '>=', FIRST)
      .orderBy('number')
      .execute()
  ).map(({ details, ...event }) => ({
    ...event,
    details: { ...JSON.parse(details), findingId: undefined },
  })),
})

test.each(['one', 'two', 'three', 'four', 'five'])('plan %s', async (seed) => {
  const acted = await scene(seed)
  const { plan } = acted
  await savePages(acted.as(FIRST), acted.auditId, plan.answers.slice(0, acted.started))
  await savePages(acted.as(SECOND), acted.auditId, plan.answers.slice(acted.started))
  await concludeAudit(acted.as(SECOND), acted.auditId, { ...plan, actions: acted.actions })
  await handIn(acted.as(SECOND), acted.auditId)

  const recorded = await scene(seed)
  const audit = { ...recorded, id: recorded.auditId }
  await recordStart(recorded.as(FIRST), audit, plan.answers.slice(0, recorded.started))
  await recordSubmission(recorded.as(SECOND), audit, { ...recorded, startedAt: FIRST })

  const rows = await rowsOf(recorded.ctx.db)
  expect(rows).toEqual(await rowsOf(acted.ctx.db))
  expect(rows.audit[0]).toMatchObject({ state: 'submitted', audited_on: '2026-01-13' })
  expect(rows.answers.length).toBeGreaterThan(20)
})
