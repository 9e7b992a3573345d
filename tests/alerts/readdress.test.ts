/** Somebody else answers at the same stage, because whoever was to answer has left or cannot. */
import { expect, test } from 'vitest'
import { readdressAlert } from '../../src/alerts/readdress-alert.ts'
import { emptyDraft } from '../../src/alerts/rules/draft.ts'
import type { PlainAction } from '../../src/alerts/rules/step-actions.ts'
import { listSteps } from '../../src/alerts/step-store.ts'
import { takeAlertStep } from '../../src/alerts/take-alert-step.ts'
import { takeUpImmediateRisks } from '../../src/alerts/take-up-immediate-risks.ts'
import { Conflict, NotAllowed, NotTheirs, WrongState } from '../../src/errors.ts'
import {
  type AlertCouncil,
  alertRow,
  newAlertCouncil,
  noticesOf,
  raised,
  revisionOf,
} from './alert-council.ts'

type Who = keyof AlertCouncil['people']

const pass = async (
  council: AlertCouncil,
  id: string,
  given: { by?: Who; instead?: readonly Who[]; to?: Who | ''; words?: string; revision?: number }
) => {
  const {
    by = 'iro',
    instead = ['manager'],
    to = 'serviceManager',
    words = 'Tess has left.',
  } = given
  return readdressAlert(council.as(by), {
    alertId: id,
    revision: given.revision ?? (await revisionOf(council, id)),
    instead: instead.map((who) => council.people[who]),
    to: to === '' ? '' : council.people[to],
    words,
  })
}

const close = (council: AlertCouncil, who: Who) =>
  council.ctx.db
    .updateTable('person')
    .set({ is_active: 0, left_at: council.ctx.now })
    .where('id', '=', council.people[who])
    .execute()

const take = async (council: AlertCouncil, who: Who, id: string, action: PlainAction) =>
  takeAlertStep(council.as(who), {
    alertId: id,
    action,
    revision: await revisionOf(council, id),
    words: 'Words.',
  })

const answering = async (council: AlertCouncil, id: string) =>
  (
    await council.ctx.db
      .selectFrom('alert_addressee')
      .innerJoin('person', 'person.id', 'alert_addressee.person_id')
      .where('alert_addressee.alert_id', '=', id)
      .where('alert_addressee.is_current', '=', 1)
      .select(['person.name as name', 'alert_addressee.part as part'])
      .orderBy('person.name')
      .execute()
  ).map(({ name, part }) => `${name}: ${part}`)

test('the stage, the date and the other addressees stay; the new one answers and the one who left does not', async () => {
  const council = await newAlertCouncil()
  const id = await raised(council, { kind: 'formal' })
  const before = await alertRow(council, id)
  await close(council, 'manager')
  await pass(council, id, {})
  expect(await answering(council, id)).toEqual([
    'Sam Service: team_manager',
    'Wanda Worker: worker',
  ])
  expect(await alertRow(council, id)).toMatchObject({
    state: 'open',
    stage: before.stage,
    expected_on: before.expected_on,
    times_extended: 0,
    revision: before.revision + 1,
  })
  expect(await noticesOf(council, 'alert_passed_to')).toEqual(['Sam Service'])
  expect(await noticesOf(council, 'alert_passed_on')).toEqual([])
  expect((await listSteps(council.ctx.db, id)).at(-1)).toMatchObject({
    action: 'readdress',
    byName: 'Ines Iro',
    actedAs: 'raiser',
    words: 'Tess has left.',
    detail: { to: [council.people.serviceManager], instead: [council.people.manager] },
  })
  const event = await council.ctx.db
    .selectFrom('event')
    .where('subject_id', '=', id)
    .orderBy('number', 'desc')
    .select(['type', 'details'])
    .executeTakeFirstOrThrow()
  expect(event.type).toBe('alert.stepped')
  expect(event.details).toContain('"action":"readdress"')
  expect(event.details).not.toContain('Tess')
  await expect(take(council, 'manager', id, 'respond')).rejects.toThrow(NotAllowed)
  await take(council, 'serviceManager', id, 'respond')
  expect((await alertRow(council, id)).state).toBe('responded')
})

test('somebody who is still there is told that it is no longer theirs, and goes on reading it', async () => {
  const council = await newAlertCouncil()
  const id = await raised(council)
  await pass(council, id, { by: 'iroManager', instead: ['manager', 'worker'] })
  expect(await answering(council, id)).toEqual(['Sam Service: team_manager'])
  expect(await noticesOf(council, 'alert_passed_on')).toEqual([
    'Ines Iro',
    'Tess Team',
    'Wanda Worker',
  ])
  expect((await listSteps(council.ctx.db, id)).at(-1)).toMatchObject({
    actedAs: 'iro_manager',
    forName: 'Ines Iro',
  })
  await expect(take(council, 'worker', id, 'respond')).rejects.toThrow(NotAllowed)
})

test('an answered alert keeps its state and its answer', async () => {
  const council = await newAlertCouncil()
  const id = await raised(council)
  await take(council, 'manager', id, 'respond')
  await pass(council, id, {})
  expect((await alertRow(council, id)).state).toBe('responded')
})

test.each<[string, Parameters<typeof pass>[2], string, string]>([
  ['nobody goes', { instead: [] }, 'instead', 'Choose who no longer answers'],
  ['not addressed now', { instead: ['head'] }, 'instead', 'Choose who no longer answers'],
  ['nobody comes', { to: '' }, 'to', 'Choose who answers now'],
  [
    'the same person',
    { to: 'manager' },
    'to',
    'It is addressed to Tess Team already. Choose somebody else',
  ],
  [
    'addressed beside',
    { to: 'worker' },
    'to',
    'It is addressed to Wanda Worker already. Choose somebody else',
  ],
  [
    'the raiser',
    { to: 'iro' },
    'to',
    'Whoever raised an alert does not answer it. Choose somebody else',
  ],
  [
    'whoever acts for the raiser',
    { by: 'iroManager', to: 'iroManager' },
    'to',
    'You act for whoever raised it, so you cannot answer it. Choose somebody else',
  ],
  ['no such role', { to: 'administrator' }, 'to', 'Choose people from the list'],
  ['a closed account', { to: 'head' }, 'to', 'Hana Head has left. Choose somebody else'],
  ['no reason', { words: ' ' }, 'words', 'Write why somebody else answers'],
])('%s is refused, and nothing changes', async (_name, given, field, message) => {
  const council = await newAlertCouncil()
  const id = await raised(council)
  await close(council, 'head')
  await expect(pass(council, id, given)).rejects.toMatchObject({ field, message })
  expect(await answering(council, id)).toEqual(['Tess Team: team_manager', 'Wanda Worker: worker'])
  expect(await listSteps(council.ctx.db, id)).toHaveLength(1)
})

test('an addressee does not, a stranger learns nothing, a closed alert is not, and the second of two is told', async () => {
  const council = await newAlertCouncil()
  const id = await raised(council)
  await expect(pass(council, id, { by: 'manager' })).rejects.toThrow(NotAllowed)
  await expect(pass(council, id, { by: 'stranger' })).rejects.toThrow(NotTheirs)
  const revision = await revisionOf(council, id)
  await pass(council, id, { revision })
  await expect(pass(council, id, { revision, instead: ['worker'], to: 'head' })).rejects.toThrow(
    Conflict
  )
  await take(council, 'iro', id, 'resolve')
  await expect(pass(council, id, { instead: ['worker'], to: 'head' })).rejects.toThrow(WrongState)
})

test('a child at immediate risk goes to another manager of a service, and on up the line unseen', async () => {
  const council = await newAlertCouncil()
  const at = (time: string) => `2026-01-12T${time}:00.000Z`
  const id = await raised(
    council,
    {
      kind: 'formal',
      categories: [],
      impact: '',
      asked: '',
      proposed: [council.people.head],
      others: [council.people.otherService],
      rang: {
        ...emptyDraft.rang,
        name: 'Sam Service',
        role: 'Service manager',
        day: '12',
        month: '1',
        year: '2026',
        time: '9:45',
        means: 'phone',
        isStaff: true,
      },
    },
    { now: at('10:00'), isImmediate: true }
  )
  const go = (to: Who) =>
    pass(council, id, { instead: ['otherService'], to, words: 'He has left.' })
  await expect(go('manager')).rejects.toThrow(
    'choose a manager of a service, or somebody above one'
  )
  await go('head')
  expect(await answering(council, id)).toEqual([
    'Hana Head: service_manager',
    'Sam Service: service_manager',
  ])
  const standing = await council.ctx.db
    .selectFrom('notice')
    .innerJoin('person', 'person.id', 'notice.person_id')
    .where('notice.stands', '=', 1)
    .select('person.name as name')
    .orderBy('person.name')
    .execute()
  expect(standing.map(({ name }) => name)).toEqual(['Hana Head', 'Sam Service'])
  const job = { ...council.ctx, now: at('11:30'), actor: { kind: 'job', name: 'take-up' } } as const
  expect(await takeUpImmediateRisks(job)).toBe(1)
})
