/** A round from draft to closed: cases, allocation, opening, what is refused on the way, and the events. */
import { describe, expect, test } from 'vitest'
import type { Context } from '../../src/db/transaction.ts'
import { addCases } from '../../src/rounds/add-cases.ts'
import { allocateAudit } from '../../src/rounds/allocate-audit.ts'
import { closeRound } from '../../src/rounds/close-round.ts'
import { openRound } from '../../src/rounds/open-round.ts'
import { removeCase } from '../../src/rounds/remove-case.ts'
import { addPersonWith, addTeamWith } from '../support/builders.ts'
import { newContext } from '../support/context.ts'
import { addCaseWith, createRoundWith, openAudit } from '../support/round-builders.ts'

const audits = (ctx: Context) =>
  ctx.db
    .selectFrom('audit')
    .select(['reference', 'case_reference', 'auditor_id', 'state', 'due_on', 'to_answer'])
    .orderBy('reference')
    .execute()

const events = async (ctx: Context, like: string) =>
  (await ctx.db.selectFrom('event').select('type').orderBy('number').execute())
    .map((event) => event.type)
    .filter((type) => type.startsWith(like))

const draftWith = async (references: readonly string[], rubrics?: readonly string[]) => {
  const ctx = await newContext()
  const roundId = await createRoundWith(ctx, rubrics ? { rubrics } : {})
  const caseIds = []
  for (const reference of references) caseIds.push(await addCaseWith(ctx, { reference }))
  const auditIds = await addCases(ctx, { roundId, caseIds })
  return { ctx, roundId, caseIds, auditIds }
}

const allocate = (ctx: Context, auditId: string | undefined, auditorId: string | null) =>
  allocateAudit(ctx, { auditId: auditId ?? '', auditorId, seenAuditorId: null })

describe('adding cases', () => {
  test('makes an audit of each with a reference of its own', async () => {
    const { ctx } = await draftWith(['204417', '198230'])
    const row = { auditor_id: null, state: 'to_allocate', due_on: '2026-01-30', to_answer: 0 }
    expect(await audits(ctx)).toEqual([
      { ...row, reference: 'A-000001', case_reference: '204417' },
      { ...row, reference: 'A-000002', case_reference: '198230' },
    ])
    expect(await events(ctx, 'round.')).toEqual(['round.created', 'round.cases_added'])
  })

  test('passes over a reference that an imported file has used', async () => {
    const { ctx, roundId } = await draftWith([])
    await ctx.db
      .insertInto('audit')
      .values({
        id: 'imported',
        reference: 'A-000001',
        reference_key: 'a-000001',
        round_id: roundId,
        state: 'submitted',
        origin: 'import',
      })
      .execute()
    const caseIds = [await addCaseWith(ctx), await addCaseWith(ctx)]
    await addCases(ctx, { roundId, caseIds })
    expect((await audits(ctx)).map((row) => row.reference)).toEqual([
      'A-000001',
      'A-000002',
      'A-000003',
    ])
  })

  test('refuses a case that is in the round, and adds none of the others', async () => {
    const { ctx, roundId, caseIds } = await draftWith(['204417'])
    const other = await addCaseWith(ctx)
    await expect(addCases(ctx, { roundId, caseIds: [other, ...caseIds] })).rejects.toMatchObject({
      field: 'cases',
      message: 'Case 204417 is already in this round',
    })
    await expect(addCases(ctx, { roundId, caseIds: [other, other] })).rejects.toThrow(
      'is named twice'
    )
    expect(await audits(ctx)).toHaveLength(1)
  })

  test('takes a case again after it was taken out', async () => {
    const { ctx, roundId, caseIds, auditIds } = await draftWith(['204417'])
    await removeCase(ctx, { auditId: auditIds[0] ?? '' })
    await addCases(ctx, { roundId, caseIds })
    expect((await audits(ctx)).map((row) => row.state)).toEqual(['withdrawn', 'to_allocate'])
  })
})

describe('opening', () => {
  test('gives each case its themes in order, and each allocated audit to its auditor', async () => {
    const { ctx, roundId, auditIds } = await draftWith(
      ['204417', '198230'],
      ['cp_plan', 'care_plan']
    )
    const auditorId = await addPersonWith(ctx)
    await allocate(ctx, auditIds[0], auditorId)
    expect((await audits(ctx))[0]).toMatchObject({ auditor_id: auditorId, state: 'to_allocate' })

    expect(await openRound(ctx, { roundId })).toEqual({ allocated: 1, toAllocate: 1 })
    expect((await audits(ctx)).map((row) => row.state)).toEqual(['allocated', 'to_allocate'])
    const themes = await ctx.db
      .selectFrom('audit_theme')
      .select(['theme', 'position'])
      .where('audit_id', '=', auditIds[0] ?? '')
      .orderBy('position')
      .execute()
    // The case is child protection: the care plan does not apply to it.
    expect(themes).toEqual([
      { theme: 'common', position: 0 },
      { theme: 'cp_plan', position: 1 },
      { theme: 'audit', position: 2 },
    ])
    expect((await audits(ctx))[0]?.to_answer).toBeGreaterThan(10)
    expect(await events(ctx, 'round.opened')).toEqual(['round.opened'])
  })

  test('is refused without a rubric, without an allocated audit, and a second time', async () => {
    const bare = await draftWith(['204417'], [])
    await expect(openRound(bare.ctx, bare)).rejects.toThrow(
      'This round has no rubric. Choose at least one, then open it.'
    )
    const { ctx, roundId, auditIds } = await draftWith(['204417'])
    await expect(openRound(ctx, { roundId })).rejects.toThrow(
      'No audit in this round is allocated. Allocate at least one, then open it.'
    )
    expect(await ctx.db.selectFrom('audit_theme').select('theme').execute()).toEqual([])
    await allocate(ctx, auditIds[0], await addPersonWith(ctx))
    await openRound(ctx, { roundId })
    const before = await audits(ctx)
    await expect(openRound(ctx, { roundId })).rejects.toThrow('This round is already open.')
    expect(await audits(ctx)).toEqual(before)
  })

  test('is refused when an auditor has left since', async () => {
    const { ctx, roundId, auditIds } = await draftWith(['204417'])
    const auditorId = await addPersonWith(ctx, { name: 'Priya Nair' })
    await allocate(ctx, auditIds[0], auditorId)
    await ctx.db.updateTable('person').set({ is_active: 0 }).where('id', '=', auditorId).execute()
    await expect(openRound(ctx, { roundId })).rejects.toThrow(
      'The account of Priya Nair is closed. Allocate their audits to somebody else, then open the round.'
    )
  })

  test('leaves the rest to be allocated, and cases to be added, later', async () => {
    const { roundId, ctx, auditIds } = await draftWith(['204417', '198230'])
    const auditorId = await addPersonWith(ctx)
    await allocate(ctx, auditIds[0], auditorId)
    await openRound(ctx, { roundId })
    await allocate(ctx, auditIds[1], auditorId)
    await addCases(ctx, { roundId, caseIds: [await addCaseWith(ctx, { reference: '187002' })] })
    const rows = await audits(ctx)
    expect(rows.map((row) => row.state)).toEqual(['allocated', 'allocated', 'to_allocate'])
    expect(rows[2]?.to_answer).toBe(rows[0]?.to_answer)
  })
})

describe('allocating', () => {
  test('refuses somebody unknown, somebody who has left, and somebody who does not audit', async () => {
    const { ctx, auditIds } = await draftWith(['204417'])
    await expect(allocate(ctx, auditIds[0], 'nobody')).rejects.toMatchObject({
      field: 'auditor',
      message: 'Choose an auditor from the list',
    })
    const left = await addPersonWith(ctx, { name: 'Priya Nair' })
    await ctx.db.updateTable('person').set({ is_active: 0 }).where('id', '=', left).execute()
    await expect(allocate(ctx, auditIds[0], left)).rejects.toThrow(
      'The account of Priya Nair is closed. Choose somebody else'
    )
    const administrator = await addPersonWith(ctx, { name: 'Jo Bell', roles: ['administrator'] })
    await expect(allocate(ctx, auditIds[0], administrator)).rejects.toThrow(
      'Jo Bell has no role that audits. Choose somebody else'
    )
    expect((await audits(ctx))[0]?.auditor_id).toBeNull()
    expect(await events(ctx, 'audit.')).toEqual([])
  })

  test('asks for a reason when the case is held in the auditor’s team or below, and keeps it', async () => {
    const ctx = await newContext()
    const service = await addTeamWith(ctx, { name: 'Safeguarding', kind: 'service' })
    const team = await addTeamWith(ctx, { name: 'North', parentId: service })
    const auditorId = await addPersonWith(ctx, { name: 'Amara Osei', teamId: service })
    const roundId = await createRoundWith(ctx)
    const caseId = await addCaseWith(ctx, { teamId: team })
    const [auditId = ''] = await addCases(ctx, { roundId, caseIds: [caseId] })
    await expect(allocate(ctx, auditId, auditorId)).rejects.toMatchObject({
      field: 'reason',
      message:
        'Amara Osei belongs to or manages the team that holds this case. Choose somebody else, or write why it has to be this auditor',
    })
    await allocateAudit(ctx, {
      auditId,
      auditorId,
      seenAuditorId: null,
      ownTeamReason: ' Nobody else knows the court timetable. ',
    })
    const row = await ctx.db
      .selectFrom('audit')
      .select(['auditor_id', 'own_team_reason'])
      .executeTakeFirstOrThrow()
    expect(row).toEqual({
      auditor_id: auditorId,
      own_team_reason: 'Nobody else knows the court timetable.',
    })
  })

  test('does not overwrite what somebody else allocated meanwhile', async () => {
    const { ctx, auditIds } = await draftWith(['204417'])
    const first = await addPersonWith(ctx, { name: 'Priya Nair' })
    const second = await addPersonWith(ctx)
    await allocate(ctx, auditIds[0], first)
    await expect(allocate(ctx, auditIds[0], second)).rejects.toMatchObject({
      name: 'Conflict',
      message:
        'Somebody else has allocated this audit since you opened the page. It is with Priya Nair now. Save again to change it',
    })
    expect((await audits(ctx))[0]?.auditor_id).toBe(first)
  })

  test('can be taken back until it is started', async () => {
    const ctx = await newContext()
    const { auditId, auditorId } = await openAudit(ctx)
    await allocateAudit(ctx, { auditId, auditorId: null, seenAuditorId: auditorId })
    expect((await audits(ctx))[0]).toMatchObject({ auditor_id: null, state: 'to_allocate' })
    await allocate(ctx, auditId, auditorId)
    await ctx.db.updateTable('audit').set({ state: 'in_progress' }).execute()
    await expect(
      allocateAudit(ctx, { auditId, auditorId: null, seenAuditorId: auditorId })
    ).rejects.toThrow('This audit has been started.')
    await ctx.db.updateTable('audit').set({ state: 'submitted' }).execute()
    await expect(
      allocateAudit(ctx, { auditId, auditorId: null, seenAuditorId: auditorId })
    ).rejects.toThrow('Reopen it first if somebody else has to go on with it.')
    expect(await events(ctx, 'audit.')).toEqual([
      'audit.allocated',
      'audit.unallocated',
      'audit.allocated',
    ])
  })
})

test('closing keeps what was submitted and withdraws the rest', async () => {
  const { ctx, roundId, auditIds } = await draftWith(['204417', '198230'])
  await allocate(ctx, auditIds[0], await addPersonWith(ctx))
  await expect(closeRound(ctx, { roundId })).rejects.toThrow('This round has not been opened yet.')
  await openRound(ctx, { roundId })
  await ctx.db
    .updateTable('audit')
    .set({ state: 'submitted' })
    .where('id', '=', auditIds[0] ?? '')
    .execute()
  expect(await closeRound(ctx, { roundId })).toEqual({ submitted: 1, notDone: 1 })
  expect((await audits(ctx)).map((row) => row.state)).toEqual(['submitted', 'withdrawn'])
  await expect(closeRound(ctx, { roundId })).rejects.toThrow('This round is already closed.')
})
