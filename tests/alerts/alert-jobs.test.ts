/** The clock of alerts: told on the working day before, when overdue and when a dispute is over its time, each once a date. */
import { expect, test } from 'vitest'
import { resetAlertDate } from '../../src/alerts/reset-alert-date.ts'
import { listSteps } from '../../src/alerts/step-store.ts'
import { takeAlertStep } from '../../src/alerts/take-alert-step.ts'
import { tellAlertsDue } from '../../src/alerts/tell-alerts-due.ts'
import type { Context } from '../../src/db/transaction.ts'
import {
  type AlertCouncil,
  newAlertCouncil,
  noticesOf,
  raised,
  revisionOf,
} from './alert-council.ts'

const asJob = (council: AlertCouncil, now: string): Context => ({
  ...council.ctx,
  now,
  actor: { kind: 'job', name: 'tell-alerts-due' },
})

const run = (council: AlertCouncil, now: string) => tellAlertsDue(asJob(council, now))

const on = (day: string, month: string, year = '2026') => ({ day, month, year })

test('told on the working day before, over Christmas and the turn of the year', async () => {
  const council = await newAlertCouncil()
  // Tuesday 29 December 2026; 1 January is a bank holiday, and a weekend follows.
  const id = await raised(council, on('4', '1', '2027'), { now: '2026-12-22T10:00:00.000Z' })
  expect(await run(council, '2026-12-30T12:00:00.000Z')).toBe(0)
  expect(await run(council, '2026-12-31T00:05:00.000Z')).toBe(2)
  expect(await noticesOf(council, 'alert_due_soon')).toEqual(['Tess Team', 'Wanda Worker'])
  expect(await run(council, '2027-01-01T12:00:00.000Z')).toBe(0)
  expect(await run(council, '2027-01-04T23:59:00.000Z')).toBe(0)
  expect(await run(council, '2027-01-05T00:01:00.000Z')).toBe(3)
  expect(await noticesOf(council, 'alert_overdue')).toEqual(['Tess Team', 'Wanda Worker'])
  expect(await noticesOf(council, 'alert_overdue_raiser')).toEqual(['Ines Iro'])
  expect(await run(council, '2027-01-06T12:00:00.000Z')).toBe(0)
  expect((await listSteps(council.ctx.db, id)).map(({ action }) => action)).toEqual([
    'raise',
    'due_told',
    'overdue_told',
  ])
})

test('Christmas bank holidays are no working days of what policy proposes', async () => {
  const council = await newAlertCouncil()
  const id = await raised(council, { kind: 'formal' }, { now: '2026-12-23T10:00:00.000Z' })
  const row = await council.ctx.db
    .selectFrom('alert')
    .where('id', '=', id)
    .select(['expected_on', 'total_due_on'])
    .executeTakeFirstOrThrow()
  // 24, 29, 30 and 31 December, 4 January; 25 and 28 December and 1 January are holidays.
  expect(row).toEqual({ expected_on: '2027-01-04', total_due_on: '2027-01-25' })
})

test('the day turns at midnight in London, on both sides of either change of the clocks', async () => {
  const summer = await newAlertCouncil()
  // Due Friday 27 March; the clocks go forward on Sunday 29 March.
  await raised(summer, on('30', '3'), { now: '2026-03-24T10:00:00.000Z' })
  expect(await run(summer, '2026-03-26T23:59:00.000Z')).toBe(0)
  expect(await run(summer, '2026-03-27T00:00:00.000Z')).toBe(2)
  // 23:30 UTC on Monday is half past midnight on Tuesday by then.
  expect(await run(summer, '2026-03-30T22:59:00.000Z')).toBe(0)
  expect(await run(summer, '2026-03-30T23:00:00.000Z')).toBe(3)

  const winter = await newAlertCouncil()
  // The clocks go back on Sunday 25 October.
  await raised(winter, on('26', '10'), { now: '2026-10-20T10:00:00.000Z' })
  expect(await run(winter, '2026-10-22T22:59:00.000Z')).toBe(0)
  expect(await run(winter, '2026-10-22T23:00:00.000Z')).toBe(2)
  expect(await run(winter, '2026-10-26T23:59:00.000Z')).toBe(0)
  expect(await run(winter, '2026-10-27T00:00:00.000Z')).toBe(3)
})

test('two servers at once tell once', async () => {
  const council = await newAlertCouncil()
  const id = await raised(council, on('19', '1'), { now: '2026-01-12T10:00:00.000Z' })
  const counts = await Promise.all([
    run(council, '2026-01-16T06:00:00.000Z'),
    run(council, '2026-01-16T06:00:00.000Z'),
  ])
  expect(counts.toSorted()).toEqual([0, 2])
  expect((await listSteps(council.ctx.db, id)).map(({ action }) => action)).toEqual([
    'raise',
    'due_told',
  ])
})

test('another date is told anew; what was answered is not told', async () => {
  const council = await newAlertCouncil()
  const id = await raised(council, on('19', '1'), { now: '2026-01-12T10:00:00.000Z' })
  expect(await run(council, '2026-01-16T06:00:00.000Z')).toBe(2)
  await resetAlertDate(council.as('iro', '2026-01-16T10:00:00.000Z'), {
    alertId: id,
    action: 'extend',
    revision: await revisionOf(council, id),
    words: 'The worker is on leave.',
    ...on('22', '1'),
  })
  expect(await run(council, '2026-01-20T06:00:00.000Z')).toBe(0)
  expect(await run(council, '2026-01-21T06:00:00.000Z')).toBe(2)
  await takeAlertStep(council.as('worker', '2026-01-21T10:00:00.000Z'), {
    alertId: id,
    action: 'respond',
    revision: await revisionOf(council, id),
    words: 'It has begun.',
  })
  expect(await run(council, '2026-01-26T06:00:00.000Z')).toBe(0)
})

test('a dispute over its total time is told to the raiser and the IRO managers, answered or not, once', async () => {
  const council = await newAlertCouncil()
  await raised(council, { kind: 'formal', ...on('26', '2') }, { now: '2026-01-12T10:00:00.000Z' })
  expect(await run(council, '2026-02-09T12:00:00.000Z')).toBe(0)
  expect(await run(council, '2026-02-10T00:05:00.000Z')).toBe(2)
  expect(await noticesOf(council, 'alert_total_over')).toEqual(['Ines Iro', 'Mona Manager'])
  expect(await run(council, '2026-02-11T12:00:00.000Z')).toBe(0)
})

test('whoever covers for an addressee is told with them, and an addressee who has left is not', async () => {
  const council = await newAlertCouncil()
  await raised(council, on('19', '1'), { now: '2026-01-12T10:00:00.000Z' })
  await council.ctx.db
    .insertInto('person_cover')
    .values({
      id: 'cover-1',
      person_id: council.people.manager,
      cover_id: council.people.stranger,
      from_on: '2026-01-16',
      to_on: '2026-01-16',
      set_at: council.ctx.now,
      set_by: null,
      ended_at: null,
      ended_by: null,
    })
    .execute()
  await council.ctx.db
    .updateTable('person')
    .set({ is_active: 0 })
    .where('id', '=', council.people.worker)
    .execute()
  expect(await run(council, '2026-01-16T06:00:00.000Z')).toBe(2)
  expect(await noticesOf(council, 'alert_due_soon')).toEqual(['Stan Stranger', 'Tess Team'])
})
