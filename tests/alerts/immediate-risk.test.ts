/** A child at immediate risk: two service managers, acknowledged by those who answer for it, else up the line to the top. */
import { expect, test } from 'vitest'
import { resetAlertDate } from '../../src/alerts/reset-alert-date.ts'
import { emptyDraft } from '../../src/alerts/rules/draft.ts'
import { takeAlertStep } from '../../src/alerts/take-alert-step.ts'
import { takeUpImmediateRisks } from '../../src/alerts/take-up-immediate-risks.ts'
import type { AlertCouncil } from './alert-council.ts'
import { alertRow, newAlertCouncil, noticesOf, raised, revisionOf } from './alert-council.ts'

// Monday.
const at = (time: string, day = '12') => `2026-01-${day}T${time}:00.000Z`

const call = {
  ...emptyDraft.rang,
  name: 'Sam Service',
  role: 'Service manager',
  day: '12',
  month: '1',
  year: '2026',
  time: '9:45',
  means: 'phone',
  isStaff: true,
}

const risk = (council: AlertCouncil, others: readonly string[]) =>
  raised(
    council,
    {
      kind: 'formal',
      categories: [],
      impact: '',
      asked: '',
      rang: call,
      others,
      proposed: [council.people.head],
    },
    { now: at('10:00'), isImmediate: true }
  )

const goUp = (council: AlertCouncil, now: string) =>
  takeUpImmediateRisks({ ...council.ctx, now, actor: { kind: 'job', name: 'take-up' } })

const acknowledge = (
  council: AlertCouncil,
  id: string,
  who: 'serviceManager' | 'worker' | 'otherService' | 'head',
  now: string
) =>
  takeAlertStep(council.as(who, now), {
    alertId: id,
    action: 'acknowledge',
    revision: 0,
    words: '',
  })

const standing = async (council: AlertCouncil) =>
  (
    await council.ctx.db
      .selectFrom('notice')
      .innerJoin('person', 'person.id', 'notice.person_id')
      .where('notice.stands', '=', 1)
      .select('person.name as name')
      .distinct()
      .orderBy('person.name')
      .execute()
  ).map(({ name }) => name)

test('names two service managers, has no total clock, and stands above their pages', async () => {
  const council = await newAlertCouncil()
  await expect(risk(council, [])).rejects.toThrow('Choose two service managers')
  const id = await risk(council, [council.people.otherService])
  expect(await alertRow(council, id)).toMatchObject({ kind: 'formal', total_due_on: null })
  expect(await noticesOf(council, 'alert_immediate')).toEqual(['Olu Other', 'Sam Service'])
  expect(await standing(council)).toEqual(['Olu Other', 'Sam Service'])
})

test('acknowledged by one of them it goes no further up; the other one can still acknowledge', async () => {
  const council = await newAlertCouncil()
  const id = await risk(council, [council.people.otherService])
  await acknowledge(council, id, 'serviceManager', at('10:20'))
  expect(await goUp(council, at('11:30'))).toBe(0)
  expect(await standing(council)).toEqual(['Olu Other'])
  await acknowledge(council, id, 'otherService', at('11:40'))
  expect(await standing(council)).toEqual([])
})

test('a worker’s acknowledgement is kept and does not stop the clock', async () => {
  const council = await newAlertCouncil()
  const { otherService, worker } = council.people
  const id = await risk(council, [otherService, worker])
  await acknowledge(council, id, 'worker', at('10:20'))
  expect((await alertRow(council, id)).acknowledged_at).toBeNull()
  expect(await goUp(council, at('11:00'))).toBe(1)
})

test('goes up step by step, at the top once a day; those who watch are let go when it is acknowledged', async () => {
  const council = await newAlertCouncil()
  const id = await risk(council, [council.people.otherService])
  expect(await goUp(council, at('10:59'))).toBe(0)
  expect(await goUp(council, at('11:00'))).toBe(1)
  expect(await noticesOf(council, 'alert_immediate_up')).toEqual([
    'Hana Head',
    'Ines Iro',
    'Mona Manager',
  ])
  expect(await goUp(council, at('11:30'))).toBe(0)
  expect(await goUp(council, at('12:00'))).toBe(1)
  expect((await noticesOf(council, 'alert_immediate_up')).includes('Dev Director')).toBe(true)
  expect(await goUp(council, at('23:00'))).toBe(0)
  expect(await goUp(council, at('12:00', '13'))).toBe(1)
  expect((await alertRow(council, id)).level).toBe(4)
  await acknowledge(council, id, 'head', at('12:10', '13'))
  expect(await goUp(council, at('12:00', '14'))).toBe(0)
  const left = await standing(council)
  expect(left).not.toContain('Ines Iro')
  expect(left).not.toContain('Mona Manager')
  expect(left).not.toContain('Hana Head')
})

test('two servers at once take it up one step', async () => {
  const council = await newAlertCouncil()
  await risk(council, [council.people.otherService])
  const counts = await Promise.all([goUp(council, at('11:05')), goUp(council, at('11:05'))])
  expect(counts.toSorted()).toEqual([0, 1])
})

test('an answer counts as acknowledged; reopened, it is acknowledged anew or goes up', async () => {
  const council = await newAlertCouncil()
  const id = await risk(council, [council.people.otherService])
  const take = async (who: 'serviceManager' | 'iro', action: 'respond' | 'accept', now: string) =>
    takeAlertStep(council.as(who, now), {
      alertId: id,
      action,
      revision: await revisionOf(council, id),
      words: 'The child is with the aunt.',
    })
  await take('serviceManager', 'respond', at('10:30'))
  expect(await goUp(council, at('12:00'))).toBe(0)
  await take('iro', 'accept', at('13:00'))
  expect(await standing(council)).toEqual([])
  await resetAlertDate(council.as('iro', at('14:00')), {
    alertId: id,
    action: 'reopen',
    revision: await revisionOf(council, id),
    words: 'The child is at home again.',
    day: '',
    month: '',
    year: '',
  })
  expect(await standing(council)).toEqual(['Olu Other', 'Sam Service'])
  await acknowledge(council, id, 'serviceManager', at('14:20'))
  expect(await goUp(council, at('16:00'))).toBe(0)
})

test('goes on up when those to whom it went have left', async () => {
  const council = await newAlertCouncil()
  await risk(council, [council.people.otherService])
  await council.ctx.db
    .updateTable('person')
    .set({ is_active: 0 })
    .where('id', 'in', [council.people.serviceManager, council.people.otherService])
    .execute()
  expect(await goUp(council, at('11:00'))).toBe(1)
  expect((await noticesOf(council, 'alert_immediate_up')).includes('Hana Head')).toBe(true)
})
