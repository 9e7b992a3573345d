/** Alerts through the verbs: raising, answering, not accepting, going up, closing; who is told and what is kept. */
import { expect, test } from 'vitest'
import { escalateAlert } from '../../src/alerts/escalate-alert.ts'
import { recordCafcass } from '../../src/alerts/record-cafcass.ts'
import { resetAlertDate } from '../../src/alerts/reset-alert-date.ts'
import type { PlainAction } from '../../src/alerts/rules/step-actions.ts'
import { listSteps } from '../../src/alerts/step-store.ts'
import { takeAlertStep } from '../../src/alerts/take-alert-step.ts'
import type { Context } from '../../src/db/transaction.ts'
import { Conflict, FieldFault, NotAllowed, NotTheirs, WrongState } from '../../src/errors.ts'
import {
  type AlertCouncil,
  alertRow,
  newAlertCouncil,
  noticesOf,
  raised,
  revisionOf,
} from './alert-council.ts'

// Monday.
const MONDAY = '2026-01-12T10:00:00.000Z'

const noDate = { day: '', month: '', year: '' }

const take = async (
  council: AlertCouncil,
  ctx: Context,
  alertId: string,
  action: PlainAction,
  words = 'Words.'
) => takeAlertStep(ctx, { alertId, action, words, revision: await revisionOf(council, alertId) })

test('raised: numbered, dated by policy, addressed to the worker and the team’s manager, who are told', async () => {
  const council = await newAlertCouncil()
  const id = await raised(council, {}, { now: MONDAY })
  expect(await alertRow(council, id)).toMatchObject({
    number: 1,
    state: 'open',
    kind: 'informal',
    stage: 0,
    raised_on: '2026-01-12',
    expected_on: '2026-01-19',
    formal_on: null,
    total_due_on: null,
    case_reference: 'C-100',
    team_id: council.teams.north,
    service_status: 'care',
    age: 9,
    draft: null,
  })
  expect(await noticesOf(council, 'alert_raised')).toEqual(['Tess Team', 'Wanda Worker'])
})

test('a sibling group is one alert, shown on each', async () => {
  const council = await newAlertCouncil()
  const id = await raised(council, { references: 'C-100, C-101' })
  const rows = await council.ctx.db
    .selectFrom('alert_case')
    .where('alert_id', '=', id)
    .select('case_id')
    .orderBy('position')
    .execute()
  expect(rows.map((row) => row.case_id)).toEqual([council.cases.one, council.cases.two])
})

test('the whole way: answered, not accepted, formal, stage 2 with stage 1 left out, Cafcass, resolved', async () => {
  const council = await newAlertCouncil()
  const id = await raised(council, {}, { now: MONDAY })
  const on = (day: string) => `2026-01-${day}T10:00:00.000Z`
  await take(council, council.as('manager', on('14')), id, 'respond', 'It begins in March.')
  expect(await alertRow(council, id)).toMatchObject({ state: 'responded' })
  await resetAlertDate(council.as('iro', on('15')), {
    alertId: id,
    action: 'not_accept',
    revision: await revisionOf(council, id),
    words: 'March is too late for this child.',
    ...noDate,
  })
  expect(await alertRow(council, id)).toMatchObject({ state: 'open', expected_on: '2026-01-22' })
  const escalate = async (stage: number, to: string[], skipWords: string) =>
    escalateAlert(council.as('iro', on('16')), {
      alertId: id,
      revision: await revisionOf(council, id),
      stage,
      words: 'No date was given.',
      skipWords,
      to,
      ...noDate,
    })
  await escalate(0, [council.people.manager], '')
  expect(await alertRow(council, id)).toMatchObject({
    kind: 'formal',
    stage: 0,
    formal_on: '2026-01-16',
    total_due_on: '2026-02-13',
    expected_on: '2026-01-23',
  })
  await expect(escalate(2, [council.people.head], ' ')).rejects.toMatchObject({
    field: 'skip',
    message: 'Write why you leave out Stage 1: Team manager',
  })
  await escalate(2, [council.people.head], 'The team manager has answered already.')
  expect(await alertRow(council, id)).toMatchObject({
    stage: 2,
    highest_stage: 2,
    formal_on: '2026-01-16',
  })
  expect(await noticesOf(council, 'alert_escalated')).toEqual([
    'Hana Head',
    'Mona Manager',
    'Tess Team',
    'Tess Team',
    'Wanda Worker',
  ])
  await expect(take(council, council.as('manager'), id, 'respond')).rejects.toThrow(NotAllowed)
  const box = (day: string) => ({ day, month: '1', year: '2026' })
  await recordCafcass(council.as('iro', on('19')), {
    alertId: id,
    revision: 0,
    considered: 'yes',
    why: 'The child has waited since October.',
    advice: box('16'),
    referred: box('19'),
    outcome: '',
    outcomeOn: noDate,
  })
  await take(council, council.as('head', on('20')), id, 'respond', 'It begins on Monday.')
  await take(council, council.as('iro', on('21')), id, 'accept', '')
  expect(await alertRow(council, id)).toMatchObject({
    state: 'resolved',
    closed_on: '2026-01-21',
    closed_by: council.people.iro,
    closed_as: 'raiser',
  })
  expect((await listSteps(council.ctx.db, id)).map(({ action }) => action)).toEqual([
    'raise',
    'respond',
    'not_accept',
    'escalate',
    'escalate',
    'cafcass',
    'respond',
    'accept',
  ])
  await expect(take(council, council.as('iro'), id, 'resolve')).rejects.toThrow(WrongState)
})

test('nothing goes past the top', async () => {
  const council = await newAlertCouncil()
  const id = await raised(council, { kind: 'formal' })
  const escalate = async (stage: number) =>
    escalateAlert(council.as('iro'), {
      alertId: id,
      revision: await revisionOf(council, id),
      stage,
      words: 'No answer.',
      skipWords: 'The director asked for it.',
      to: [council.people.director],
      ...noDate,
    })
  await escalate(4)
  await expect(escalate(5)).rejects.toMatchObject({
    field: 'stage',
    message: expect.stringMatching(/^Stage 4, Director of children’s services, is the last one\./),
  })
})

test('only the raising side closes: cover while away, or the IRO manager, and which it was is kept', async () => {
  const council = await newAlertCouncil()
  const id = await raised(council)
  await take(council, council.as('worker'), id, 'respond')
  await expect(take(council, council.as('manager'), id, 'accept')).rejects.toThrow(NotAllowed)
  await expect(take(council, council.as('qaLead'), id, 'accept')).rejects.toThrow(NotAllowed)
  await expect(take(council, council.as('colleague'), id, 'accept')).rejects.toThrow(NotTheirs)
  await expect(take(council, council.as('stranger'), id, 'accept')).rejects.toThrow(NotTheirs)
  await council.ctx.db
    .insertInto('person_cover')
    .values({
      id: 'cover-1',
      person_id: council.people.iro,
      cover_id: council.people.colleague,
      from_on: '2020-01-01',
      to_on: '2099-01-01',
      set_at: council.ctx.now,
      set_by: null,
      ended_at: null,
      ended_by: null,
    })
    .execute()
  await take(council, council.as('colleague'), id, 'accept')
  expect(await alertRow(council, id)).toMatchObject({ closed_as: 'raiser_cover' })
  const again = await raised(council, { references: 'C-101' })
  await take(council, council.as('iroManager'), again, 'withdraw')
  expect(await alertRow(council, again)).toMatchObject({
    state: 'withdrawn',
    closed_as: 'iro_manager',
  })
})

test('two people answer at once: the second is told, and nothing of the first is lost', async () => {
  const council = await newAlertCouncil()
  const id = await raised(council)
  const revision = await revisionOf(council, id)
  const respond = (who: 'worker' | 'manager', words: string) =>
    takeAlertStep(council.as(who), { alertId: id, action: 'respond', words, revision })
  await respond('worker', 'I have begun.')
  await expect(respond('manager', 'It has been allocated.')).rejects.toThrow(Conflict)
  expect((await listSteps(council.ctx.db, id)).map(({ words }) => words)).toEqual([
    '',
    'I have begun.',
  ])
})

test('good practice is shared and acknowledged, and nothing else', async () => {
  const council = await newAlertCouncil()
  const id = await raised(
    council,
    { kind: 'good_practice', categories: [], impact: '', asked: '' },
    { by: 'qaLead' }
  )
  expect(await alertRow(council, id)).toMatchObject({ expected_on: null, kind: 'good_practice' })
  await expect(take(council, council.as('worker'), id, 'respond')).rejects.toThrow(NotAllowed)
  await take(council, council.as('worker'), id, 'acknowledge', '')
  expect(await alertRow(council, id)).toMatchObject({ state: 'resolved', closed_as: 'addressee' })
  await take(council, council.as('manager'), id, 'acknowledge', 'Thank you.')
})

test('extending keeps the old date, who and why; the same date or an earlier one is none', async () => {
  const council = await newAlertCouncil()
  const id = await raised(council, {}, { now: MONDAY })
  const extend = async (day: string) =>
    resetAlertDate(council.as('iro', MONDAY), {
      alertId: id,
      action: 'extend',
      revision: await revisionOf(council, id),
      words: 'The worker is on leave.',
      day,
      month: '1',
      year: '2026',
    })
  await expect(extend('19')).rejects.toThrow(FieldFault)
  await expect(extend('16')).rejects.toThrow(
    'It is expected by Monday 19 January 2026 already. Enter a later working day, for example Monday 26 January 2026'
  )
  expect(await alertRow(council, id)).toMatchObject({
    expected_on: '2026-01-19',
    times_extended: 0,
  })
  await extend('21')
  expect(await alertRow(council, id)).toMatchObject({
    expected_on: '2026-01-21',
    times_extended: 1,
  })
  expect((await listSteps(council.ctx.db, id)).at(-1)).toMatchObject({
    action: 'extend',
    oldDueOn: '2026-01-19',
    newDueOn: '2026-01-21',
    byName: 'Ines Iro',
    words: 'The worker is on leave.',
  })
})

test('an extension with the boxes left empty counts from the present date, and from today once that has passed', async () => {
  const council = await newAlertCouncil()
  const id = await raised(council, {}, { now: MONDAY })
  const extend = async (now: string) => {
    await resetAlertDate(council.as('iro', now), {
      alertId: id,
      action: 'extend',
      revision: await revisionOf(council, id),
      words: 'The worker is on leave.',
      day: '',
      month: '',
      year: '',
    })
    return (await alertRow(council, id)).expected_on
  }
  expect(await extend(MONDAY)).toBe('2026-01-26')
  expect(await extend('2026-01-28T10:00:00.000Z')).toBe('2026-02-04')
})
