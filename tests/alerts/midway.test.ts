/** Midway checks: of whom one is due at the edges of the window, what is recorded, whose it is, and what it may lead to. */
import { expect, test } from 'vitest'
import { discardDraft } from '../../src/alerts/discard-draft.ts'
import { listMidwayDue } from '../../src/alerts/midway-store.ts'
import { type RecordCheckInput, recordMidwayCheck } from '../../src/alerts/record-midway-check.ts'
import { midwayWindow } from '../../src/alerts/rules/midway.ts'
import { NotTheirs } from '../../src/errors.ts'
import { type AlertCouncil, newAlertCouncil } from './alert-council.ts'

const WEEKS = 13

const setReview = (council: AlertCouncil, caseId: string, on: string | null) =>
  council.ctx.db
    .updateTable('case_file')
    .set({ next_review_on: on })
    .where('id', '=', caseId)
    .execute()

const due = async (council: AlertCouncil, today: string, who?: keyof AlertCouncil['people']) =>
  (
    await listMidwayDue(
      council.ctx.db,
      who === undefined ? undefined : council.people[who],
      midwayWindow(today, WEEKS),
      50
    )
  ).map(({ reference }) => reference)

const sound = (caseId: string): RecordCheckInput => ({
  caseId,
  checked: { day: '12', month: '1', year: '2026' },
  progress: 'some_drift',
  words: 'The contact plan is two weeks behind.',
  raisesAlert: false,
  isNoName: false,
})

test('a check is due from so many weeks before the review to its day, the soonest first', async () => {
  const council = await newAlertCouncil()
  await setReview(council, council.cases.one, '2026-04-13')
  await setReview(council, council.cases.two, '2026-01-12')
  await setReview(council, council.cases.cp, null)
  expect(await due(council, '2026-01-11', 'iro')).toEqual(['C-101'])
  expect(await due(council, '2026-01-12', 'iro')).toEqual(['C-101', 'C-100'])
  expect(await due(council, '2026-01-13', 'iro')).toEqual(['C-100'])
  expect(await due(council, '2026-01-12', 'colleague')).toEqual([])
  expect(await due(council, '2026-01-12')).toEqual(['C-101', 'C-100'])
})

test('the window crosses the turn of the year and the change of the clocks by days, not hours', () => {
  expect(midwayWindow('2025-12-31', 1)).toEqual({
    from: '2025-12-31',
    until: '2026-01-07',
    since: '2025-12-24',
  })
  expect(midwayWindow('2026-03-28', 1).until).toBe('2026-04-04')
  expect(midwayWindow('2026-10-24', 1).until).toBe('2026-10-31')
})

test('a check takes the child off the list until after the review', async () => {
  const council = await newAlertCouncil()
  await setReview(council, council.cases.one, '2026-03-02')
  const outcome = await recordMidwayCheck(council.as('iro'), sound(council.cases.one))
  expect(outcome).toEqual({ kind: 'recorded', alertId: null })
  expect(await due(council, '2026-01-12', 'iro')).toEqual([])
  // The review was put off: the check was made shortly before and still counts.
  await setReview(council, council.cases.one, '2026-03-16')
  expect(await due(council, '2026-01-13', 'iro')).toEqual([])
  await setReview(council, council.cases.one, '2026-09-14')
  expect(await due(council, '2026-07-01', 'iro')).toEqual(['C-100'])
  const rows = await council.ctx.db.selectFrom('midway_check').selectAll().execute()
  expect(rows).toMatchObject([
    { checked_on: '2026-01-12', progress: 'some_drift', review_on: '2026-03-02', alert_id: null },
  ])
  const event = await council.ctx.db
    .selectFrom('event')
    .where('type', '=', 'midway.recorded')
    .select('details')
    .executeTakeFirstOrThrow()
  expect(event.details).toContain(council.cases.one)
  expect(event.details).not.toContain('contact plan')
})

test('what is wrong is said by the field, and nothing is kept', async () => {
  const council = await newAlertCouncil()
  const wrong = { ...sound(council.cases.one), progress: 'fine', words: ' ' }
  expect(
    await recordMidwayCheck(council.as('iro'), {
      ...wrong,
      checked: { day: '13', month: '1', year: '2026' },
    })
  ).toEqual({
    kind: 'faults',
    faults: {
      'checked-day':
        'Tuesday 13 January 2026 has not come yet. Record the check once you have made it',
      progress: 'Choose how the plan is going',
      words: 'Write what you looked at and what you found',
    },
  })
  // Half past midnight in London on the 13th of July is still the 12th in UTC.
  const summer = council.as('iro', '2026-07-12T23:30:00.000Z')
  expect(
    await recordMidwayCheck(summer, {
      ...sound(council.cases.one),
      checked: { day: '13', month: '7', year: '2026' },
      words: 'Her mother Sharon was seen.',
    })
  ).toEqual({ kind: 'names', names: ['Sharon'] })
  expect(await council.ctx.db.selectFrom('midway_check').selectAll().execute()).toEqual([])
})

test('who does not review the child cannot record, the IRO manager can', async () => {
  const council = await newAlertCouncil()
  const { one } = council.cases
  for (const who of ['colleague', 'manager', 'qaLead'] as const) {
    await expect(recordMidwayCheck(council.as(who), sound(one))).rejects.toThrow(NotTheirs)
  }
  expect((await recordMidwayCheck(council.as('iroManager'), sound(one))).kind).toBe('recorded')
})

test('an alert begun from a check is linked to it until its draft is thrown away', async () => {
  const council = await newAlertCouncil()
  const outcome = await recordMidwayCheck(council.as('iro'), {
    ...sound(council.cases.one),
    raisesAlert: true,
  })
  const alertId = outcome.kind === 'recorded' ? (outcome.alertId ?? '') : ''
  const links = async () =>
    (await council.ctx.db.selectFrom('midway_check').select('alert_id').execute()).map(
      (row) => row.alert_id
    )
  expect(await links()).toEqual([alertId])
  await discardDraft(council.as('iro'), { alertId })
  expect(await links()).toEqual([null])
})

test('a check that is sent twice, one after the other or at once, is recorded once', async () => {
  const council = await newAlertCouncil()
  const { one, two } = council.cases
  const again = {
    kind: 'faults',
    faults: {
      'checked-day':
        'Your check of this day is recorded already: give another day, or leave it as it is',
    },
  }
  const first = await recordMidwayCheck(council.as('iro'), sound(one))
  expect(first.kind).toBe('recorded')
  expect(await recordMidwayCheck(council.as('iro'), { ...sound(one), raisesAlert: true })).toEqual(
    again
  )
  const both = await Promise.all([
    recordMidwayCheck(council.as('iro'), sound(two)),
    recordMidwayCheck(council.as('iro'), sound(two)),
  ])
  expect(both.map(({ kind }) => kind).toSorted()).toEqual(['faults', 'recorded'])
  const rows = await council.ctx.db.selectFrom('midway_check').select('case_id').execute()
  expect(rows.map((row) => row.case_id).toSorted()).toEqual([one, two].toSorted())
  // Refused, it has begun no draft either.
  expect(await council.ctx.db.selectFrom('alert').select('id').execute()).toEqual([])
  // Somebody else's check of the same day is another one.
  expect((await recordMidwayCheck(council.as('iroManager'), sound(one))).kind).toBe('recorded')
})
