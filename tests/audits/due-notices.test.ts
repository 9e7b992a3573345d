/** The job that tells of what is due: which day in London it is, once for each date, and to whom. */
import { expect, test } from 'vitest'
import { reopenAudit } from '../../src/audits/reopen-audit.ts'
import { dueWindows } from '../../src/audits/rules/due-notice.ts'
import { saveAuditAction } from '../../src/audits/save-audit-action.ts'
import { submitAudit } from '../../src/audits/submit-audit.ts'
import { tellWhatIsDue } from '../../src/audits/tell-what-is-due.ts'
import type { Context } from '../../src/db/transaction.ts'
import { changeSetting } from '../../src/settings/change-setting.ts'
import { answerAll, asPerson } from '../support/audit-answers.ts'
import { addPersonWith } from '../support/builders.ts'
import { newContext } from '../support/context.ts'
import { openAudit } from '../support/round-builders.ts'

/** Runs the job at that instant. */
const runAt = (ctx: Context, now: string) =>
  tellWhatIsDue({ ...ctx, now, actor: { kind: 'job', name: 'tell-what-is-due' } })

/** What was told of due dates, oldest first, without allocations. */
const told = async (ctx: Context, personId?: string) =>
  (
    await ctx.db
      .selectFrom('notice')
      .select(['kind', 'due_on', 'person_id', 'once_key'])
      .where('once_key', 'is not', null)
      .where('kind', '<>', 'action_given')
      .$if(personId !== undefined, (query) => query.where('person_id', '=', personId ?? ''))
      .orderBy('id')
      .execute()
  ).map(({ kind, due_on }) => `${kind} ${due_on}`)

/** An audit due on Friday 30 January 2026. */
const setUp = async (dueOn = '2026-01-30') => {
  const ctx = await newContext()
  const audit = await openAudit(ctx, { round: { dueOn } })
  return { ctx, ...audit }
}

test('once soon, once on the day, once late, however often it runs', async () => {
  const { ctx } = await setUp()
  const days: [string, number][] = [
    ['2026-01-26T23:59:59.999Z', 0],
    // In winter London's midnight is UTC's.
    ['2026-01-27T00:00:00.000Z', 1],
    ['2026-01-27T00:15:00.000Z', 0],
    ['2026-01-29T23:59:59.999Z', 0],
    ['2026-01-30T00:00:00.000Z', 1],
    ['2026-01-30T23:59:59.999Z', 0],
    ['2026-01-31T00:00:00.000Z', 1],
    ['2026-02-01T00:00:00.000Z', 0],
    ['2026-06-01T00:00:00.000Z', 0],
  ]
  for (const [now, count] of days) expect([now, await runAt(ctx, now)]).toEqual([now, count])
  expect(await told(ctx)).toEqual([
    'audit_due_soon 2026-01-30',
    'audit_due_today 2026-01-30',
    'audit_late 2026-01-30',
  ])
  const events = await ctx.db
    .selectFrom('event')
    .select(['actor_kind', 'actor_id', 'details'])
    .where('type', '=', 'notice.due_told')
    .execute()
  expect(events).toEqual(
    [1, 2, 3].map(() => ({
      actor_kind: 'job',
      actor_id: 'tell-what-is-due',
      details: '{"count":1}',
    }))
  )
})

test('in summer the day begins an hour before midnight UTC', async () => {
  const { ctx } = await setUp('2026-07-10')
  expect(await runAt(ctx, '2026-07-10T22:59:59.999Z')).toBe(1)
  expect(await told(ctx)).toEqual(['audit_due_today 2026-07-10'])
  expect(await runAt(ctx, '2026-07-10T23:00:00.000Z')).toBe(1)
  expect(await told(ctx)).toEqual(['audit_due_today 2026-07-10', 'audit_late 2026-07-10'])
})

// The clocks went forward at 01:00 on Sunday 29 March 2026, a day of 23 hours.
test('the day on which the clocks go forward is one day', async () => {
  const { ctx } = await setUp('2026-03-29')
  expect(await runAt(ctx, '2026-03-28T23:59:59.999Z')).toBe(1)
  expect(await runAt(ctx, '2026-03-29T00:00:00.000Z')).toBe(1)
  expect(await runAt(ctx, '2026-03-29T22:59:59.999Z')).toBe(0)
  expect(await runAt(ctx, '2026-03-29T23:00:00.000Z')).toBe(1)
  expect(await told(ctx)).toEqual([
    'audit_due_soon 2026-03-29',
    'audit_due_today 2026-03-29',
    'audit_late 2026-03-29',
  ])
})

// They go back at 02:00 on Sunday 25 October 2026, a day of 25 hours: 01:30 comes twice.
test('the day on which the clocks go back is one day', async () => {
  const { ctx } = await setUp('2026-10-25')
  expect(await runAt(ctx, '2026-10-24T22:59:59.999Z')).toBe(1)
  expect(await runAt(ctx, '2026-10-24T23:00:00.000Z')).toBe(1)
  expect(await runAt(ctx, '2026-10-25T00:30:00.000Z')).toBe(0)
  expect(await runAt(ctx, '2026-10-25T01:30:00.000Z')).toBe(0)
  expect(await runAt(ctx, '2026-10-25T23:59:59.999Z')).toBe(0)
  expect(await runAt(ctx, '2026-10-26T00:00:00.000Z')).toBe(1)
  expect(await told(ctx)).toEqual([
    'audit_due_soon 2026-10-25',
    'audit_due_today 2026-10-25',
    'audit_late 2026-10-25',
  ])
})

test('days ahead are counted by the calendar, over the end of a month and a changed clock', () => {
  const soon = (todayOn: string, days: number) =>
    dueWindows(todayOn, days).find(({ kind }) => kind === 'audit_due_soon')
  expect(soon('2026-02-27', 3)).toMatchObject({ from: '2026-02-28', to: '2026-03-02' })
  expect(soon('2028-02-28', 1)).toMatchObject({ from: '2028-02-29', to: '2028-02-29' })
  expect(soon('2026-03-28', 3)).toMatchObject({ from: '2026-03-29', to: '2026-03-31' })
  expect(soon('2026-10-24', 3)).toMatchObject({ from: '2026-10-25', to: '2026-10-27' })
  expect(soon('2026-12-31', 14)).toMatchObject({ from: '2027-01-01', to: '2027-01-14' })
})

test('how many days ahead is the council’s to say', async () => {
  const { ctx } = await setUp()
  await changeSetting(ctx, { key: 'due_soon_days', value: '14', revision: 0 })
  expect(await runAt(ctx, '2026-01-15T09:00:00.000Z')).toBe(0)
  expect(await runAt(ctx, '2026-01-16T09:00:00.000Z')).toBe(1)
})

test('several servers at once tell it once', async () => {
  const { ctx } = await setUp()
  const now = '2026-01-30T09:00:00.000Z'
  const counts = await Promise.all([runAt(ctx, now), runAt(ctx, now), runAt(ctx, now)])
  expect(counts.toSorted()).toEqual([0, 0, 1])
  expect(await told(ctx)).toEqual(['audit_due_today 2026-01-30'])
})

test('another due date is told again; another auditor is told too', async () => {
  const { ctx, auditId, auditorId } = await setUp()
  await runAt(ctx, '2026-02-02T09:00:00.000Z')
  const change = (fields: { due_on?: string; auditor_id?: string }) =>
    ctx.db.updateTable('audit').set(fields).where('id', '=', auditId).execute()
  await change({ due_on: '2026-02-04' })
  expect(await runAt(ctx, '2026-02-02T09:15:00.000Z')).toBe(1)
  const second = await addPersonWith(ctx)
  await change({ auditor_id: second })
  expect(await runAt(ctx, '2026-02-05T09:00:00.000Z')).toBe(1)
  expect(await told(ctx, auditorId)).toEqual(['audit_late 2026-01-30', 'audit_due_soon 2026-02-04'])
  expect(await told(ctx, second)).toEqual(['audit_late 2026-02-04'])
})

test('nobody is told of what is submitted, reopened, withdrawn or of a round that is not open, or after they left', async () => {
  const { ctx, auditId, auditorId, roundId } = await setUp()
  const now = '2026-02-02T09:00:00.000Z'
  const isTold = async () => {
    const count = await runAt(ctx, now)
    await ctx.db.deleteFrom('notice').execute()
    return count === 1
  }
  expect(await isTold()).toBe(true)
  for (const state of ['submitted', 'reopened', 'withdrawn', 'voided', 'to_allocate'] as const) {
    await ctx.db.updateTable('audit').set({ state }).where('id', '=', auditId).execute()
    expect([state, await isTold()]).toEqual([state, false])
  }
  await ctx.db
    .updateTable('audit')
    .set({ state: 'in_progress' })
    .where('id', '=', auditId)
    .execute()
  expect(await isTold()).toBe(true)
  for (const state of ['draft', 'closed'] as const) {
    await ctx.db.updateTable('round').set({ state }).where('id', '=', roundId).execute()
    expect([state, await isTold()]).toEqual([state, false])
  }
  await ctx.db.updateTable('round').set({ state: 'open' }).where('id', '=', roundId).execute()
  await ctx.db.updateTable('person').set({ is_active: 0 }).where('id', '=', auditorId).execute()
  expect(await isTold()).toBe(false)
})

test('more than are told in one transaction are all told', async () => {
  const { ctx, auditId } = await setUp()
  const row = await ctx.db
    .selectFrom('audit')
    .selectAll()
    .where('id', '=', auditId)
    .executeTakeFirstOrThrow()
  for (let made = 0; made < 210; made += 1) {
    const id = ctx.ids()
    await ctx.db
      .insertInto('audit')
      .values({ ...row, id, reference: id, reference_key: id, case_id: null })
      .execute()
  }
  expect(await runAt(ctx, '2026-02-02T09:00:00.000Z')).toBe(211)
  expect(await runAt(ctx, '2026-02-02T09:15:00.000Z')).toBe(0)
})

/** A submitted audit with one action, due on 2 February, of another person. */
const withAction = async () => {
  const { ctx, auditId, auditorId } = await setUp()
  const ownerId = await addPersonWith(ctx)
  const own = asPerson(ctx, auditorId)
  await answerAll(ctx, { auditId, auditorId })
  const actionId = ctx.ids()
  await saveAuditAction(own, {
    auditId,
    actionId,
    itemKey: null,
    what: 'Share the safety plan with school',
    intendedChange: 'School knows what to do',
    ownerId,
    dueOn: '2026-02-02',
    revision: 0,
  })
  return { ctx, auditId, ownerId, own, actionId }
}

test('an action is told to its owner on the day and when overdue, and never while its audit is a draft', async () => {
  const { ctx, auditId, ownerId, own } = await withAction()
  expect(await runAt(ctx, '2026-01-20T09:00:00.000Z')).toBe(0)
  expect(await submitAudit(own, { auditId })).toEqual({ ok: true })
  for (const now of ['2026-02-01', '2026-02-02', '2026-02-02', '2026-02-03', '2026-02-04']) {
    await runAt(ctx, `${now}T09:00:00.000Z`)
  }
  expect(await told(ctx, ownerId)).toEqual(['action_due 2026-02-02', 'action_overdue 2026-02-02'])
})

test('an action that is done or removed is told no more; of a reopened audit it is', async () => {
  const { ctx, auditId, ownerId, own, actionId } = await withAction()
  await submitAudit(own, { auditId })
  await reopenAudit(ctx, { auditId, reason: 'The grade does not match the evidence' })
  expect(await runAt(ctx, '2026-02-02T09:00:00.000Z')).toBe(1)
  await ctx.db.deleteFrom('notice').execute()
  for (const state of ['done', 'removed'] as const) {
    await ctx.db.updateTable('action').set({ state }).where('id', '=', actionId).execute()
    expect([state, await runAt(ctx, '2026-02-03T09:00:00.000Z')]).toEqual([state, 0])
  }
  expect(await told(ctx, ownerId)).toEqual([])
})
