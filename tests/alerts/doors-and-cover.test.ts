/** Doors to an alert give no reference away; whoever covers sees and acts; nobody stands on both sides; drafts are thrown away. */
import { expect, test } from 'vitest'
import { discardDraft } from '../../src/alerts/discard-draft.ts'
import { findCaseDoor } from '../../src/alerts/door-store.ts'
import { raiseAlert } from '../../src/alerts/raise-alert.ts'
import { startDraft } from '../../src/alerts/start-draft.ts'
import { takeAlertStep } from '../../src/alerts/take-alert-step.ts'
import { listAlertsToDo } from '../../src/alerts/to-do-store.ts'
import { NotAllowed, NotTheirs } from '../../src/errors.ts'
import type { AlertCouncil } from './alert-council.ts'
import { alertRow, newAlertCouncil, raised, revisionOf, soundFields } from './alert-council.ts'

const cover = (council: AlertCouncil, away: string, coverId: string) =>
  council.ctx.db
    .insertInto('person_cover')
    .values({
      id: `cover-${away}`,
      person_id: away,
      cover_id: coverId,
      from_on: '2020-01-01',
      to_on: '2099-01-01',
      set_at: council.ctx.now,
      set_by: null,
      ended_at: null,
      ended_by: null,
    })
    .execute()

test('a case opens the door for those whose case it is', async () => {
  const { ctx, people, teams, cases } = await newAlertCouncil()
  const isOpen = async (id: string, role: 'iro' | 'manager', teamId: string | null) =>
    (await findCaseDoor(ctx.db, { id, roles: [role], teamId }, cases.one))?.isOpen
  expect(await isOpen(people.iro, 'iro', null)).toBe(1)
  expect(await isOpen(people.colleague, 'iro', null)).toBe(0)
  expect(await isOpen(people.manager, 'manager', teams.north)).toBe(1)
  expect(await isOpen(people.stranger, 'manager', teams.south)).toBe(0)
})

test('My work has what waits for a person and for whom they cover, each alert once', async () => {
  const council = await newAlertCouncil()
  const { iro, colleague, manager, stranger } = council.people
  const id = await raised(council)
  await cover(council, iro, colleague)
  await cover(council, manager, stranger)
  const of = async (personId: string) =>
    (await listAlertsToDo(council.ctx.db, personId, '2026-01-12')).alerts.map((each) => [
      each.id,
      each.isRaised,
      each.forName,
    ])
  expect(await of(iro)).toEqual([[id, true, null]])
  expect(await of(colleague)).toEqual([[id, true, 'Ines Iro']])
  expect(await of(manager)).toEqual([[id, false, null]])
  expect(await of(stranger)).toEqual([[id, false, 'Tess Team']])
  expect(await of(council.people.qaLead)).toEqual([])
})

test('whoever covers for both sides answers and does not close', async () => {
  const council = await newAlertCouncil()
  const id = await raised(council)
  await cover(council, council.people.iro, council.people.stranger)
  await cover(council, council.people.manager, council.people.stranger)
  const take = async (action: 'respond' | 'accept') =>
    takeAlertStep(council.as('stranger'), {
      alertId: id,
      action,
      revision: await revisionOf(council, id),
      words: 'It has begun.',
    })
  await take('respond')
  await expect(take('accept')).rejects.toThrow(NotAllowed)
  expect((await alertRow(council, id)).state).toBe('responded')
})

test('a draft is thrown away by its writer alone, and leaves no row', async () => {
  const council = await newAlertCouncil()
  const draft = { kind: 'informal', isImmediate: false, references: '', auditId: null }
  const alertId = await startDraft(council.as('iro'), draft)
  await expect(discardDraft(council.as('iroManager'), { alertId })).rejects.toThrow(NotTheirs)
  await discardDraft(council.as('iro'), { alertId })
  expect(await council.ctx.db.selectFrom('alert').select('id').execute()).toEqual([])
})

test('a case that nobody knew is added, the first typed stays first, and two spellings are one', async () => {
  const council = await newAlertCouncil()
  const ctx = council.as('iro')
  const draft = { kind: 'informal', isImmediate: false, references: '', auditId: null }
  const alertId = await startDraft(ctx, draft)
  const fields = {
    ...soundFields,
    references: 'N-1, C-100, c-100, n-1',
    newStatus: 'care',
    newTeam: council.teams.north,
  }
  expect(await raiseAlert(ctx, { alertId, revision: 1, fields, isNoName: false })).toMatchObject({
    kind: 'raised',
  })
  const rows = await council.ctx.db
    .selectFrom('alert_case')
    .innerJoin('case_file', 'case_file.id', 'alert_case.case_id')
    .where('alert_id', '=', alertId)
    .select(['case_file.reference as reference', 'case_file.iro_id as iroId'])
    .orderBy('position')
    .execute()
  expect(rows).toEqual([
    { reference: 'N-1', iroId: council.people.iro },
    { reference: 'C-100', iroId: council.people.iro },
  ])
})
