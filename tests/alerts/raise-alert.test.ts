/** What is wrong in a draft is said at once, and nobody is told until nothing is. */
import { expect, test } from 'vitest'
import { raiseAlert } from '../../src/alerts/raise-alert.ts'
import { startDraft } from '../../src/alerts/start-draft.ts'
import { findAlert } from '../../src/alerts/store.ts'
import { NotAllowed } from '../../src/errors.ts'
import { newAlertCouncil, noticesOf, raised, soundFields } from './alert-council.ts'

// Monday.
const MONDAY = '2026-01-12T10:00:00.000Z'

test('a concern is raised by reviewing officers alone', async () => {
  const council = await newAlertCouncil()
  await expect(raised(council, {}, { by: 'worker' })).rejects.toThrow(NotAllowed)
  await expect(raised(council, { kind: 'formal' }, { by: 'manager' })).rejects.toThrow(
    'Your role raises good practice'
  )
})

test('everything wrong in a draft is said at once, beside its field, and nobody is told', async () => {
  const council = await newAlertCouncil()
  const ctx = council.as('iro', '2026-01-13T10:00:00.000Z')
  const alertId = await startDraft(ctx, {
    kind: '',
    isImmediate: false,
    references: '',
    auditId: null,
  })
  await council.ctx.db
    .updateTable('concern_category')
    .set({ retired_at: council.ctx.now })
    .where('id', '=', 'visits')
    .execute()
  const outcome = await raiseAlert(ctx, {
    alertId,
    revision: 1,
    isNoName: false,
    fields: {
      ...soundFields,
      references: 'C-999',
      categories: ['visits'],
      concern: ' ',
      asked: '',
      day: '17',
      month: '1',
      year: '2026',
      others: [council.people.iro],
    },
  })
  expect(outcome).toEqual({
    kind: 'faults',
    asksForStaff: false,
    faults: {
      references:
        '“C-999” is not known here. Check the reference; if it is right, say below what kind of case it is',
      categories:
        '“Visits late or child not seen alone” is no longer used. Choose another category',
      concern: 'Write what the concern is',
      asked: 'Write what you ask to be done',
      to: 'You cannot address an alert to yourself',
      'expected-day':
        'Saturday 17 January 2026 is a Saturday. The next working day is Monday 19 January 2026',
    },
  })
  expect(await noticesOf(council)).toEqual([])
})

test('a date that has passed is refused with one that would be right', async () => {
  const council = await newAlertCouncil()
  const date = { day: '9', month: '1', year: '2026' }
  await expect(raised(council, date, { now: MONDAY })).rejects.toThrow(
    'Friday 9 January 2026 has passed'
  )
})

test('what looks like a name is asked about, and raised once it is said to be none', async () => {
  const council = await newAlertCouncil()
  const ctx = council.as('iro')
  const fields = { ...soundFields, concern: 'Her mother Sharon was not told.' }
  const alertId = await startDraft(ctx, {
    kind: 'informal',
    isImmediate: false,
    references: '',
    auditId: null,
  })
  expect(await raiseAlert(ctx, { alertId, revision: 1, fields, isNoName: false })).toEqual({
    kind: 'names',
    names: ['Sharon'],
  })
  const again = await raiseAlert(ctx, { alertId, revision: 2, fields, isNoName: true })
  expect(again).toMatchObject({ kind: 'raised' })
})

test('somebody addressed who has left is named, and nothing is sent', async () => {
  const council = await newAlertCouncil()
  await council.ctx.db
    .updateTable('person')
    .set({ is_active: 0 })
    .where('id', '=', council.people.stranger)
    .execute()
  const others = { others: [council.people.stranger] }
  await expect(raised(council, others)).rejects.toThrow(
    'Stan Stranger has left. Choose somebody else'
  )
})

test('a draft that cannot be raised yet is kept with the kind that was chosen in it', async () => {
  const council = await newAlertCouncil()
  const ctx = council.as('iro')
  const alertId = await startDraft(ctx, {
    kind: 'informal',
    isImmediate: false,
    references: 'C-100',
    auditId: null,
  })
  const fields = { ...soundFields, kind: 'formal', concern: '' }
  const outcome = await raiseAlert(ctx, { alertId, revision: 1, isNoName: false, fields })
  expect(outcome.kind).toBe('faults')
  expect(await findAlert(council.ctx.db, alertId)).toMatchObject({ state: 'draft', kind: 'formal' })
})
