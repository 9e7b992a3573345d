/** What goes wrong while a round runs: nobody can do an audit, two act at once, days that are not there, cases carried on. */
import { describe, expect, test } from 'vitest'
import type { Context } from '../../src/db/transaction.ts'
import { carryOverAudits } from '../../src/programme/carry-over-audits.ts'
import { changeDueDate } from '../../src/programme/change-due-date.ts'
import { closeWithReasons } from '../../src/programme/close-with-reasons.ts'
import { exemptAuditor } from '../../src/programme/exempt-auditor.ts'
import { listExemptions } from '../../src/programme/exemption-store.ts'
import { extendAudits } from '../../src/programme/extend-audits.ts'
import { liftExemption } from '../../src/programme/lift-exemption.ts'
import { todayOf } from '../../src/programme/load-progress.ts'
import { listChosen } from '../../src/programme/progress-store.ts'
import { remindAuditors } from '../../src/programme/remind-auditors.ts'
import { seenMark } from '../../src/programme/rules/bulk-action.ts'
import { addCases } from '../../src/rounds/add-cases.ts'
import { allocateAudit } from '../../src/rounds/allocate-audit.ts'
import { enterCases } from '../../src/rounds/enter-cases.ts'
import { openRound } from '../../src/rounds/open-round.ts'
import { addPersonWith, addTeamWith } from '../support/builders.ts'
import { newContext } from '../support/context.ts'
import { addCaseWith, createRoundWith } from '../support/round-builders.ts'
import { actAs, openRoundOf } from './council.ts'

const rowsOf = (ctx: Context, roundId: string, ids: readonly string[]) =>
  listChosen(ctx.db, roundId, ids, todayOf(ctx.now))

const chosenOf = async (ctx: Context, roundId: string, ids: readonly string[]) =>
  (await rowsOf(ctx, roundId, ids)).map((row) => ({ auditId: row.id, seen: seenMark(row) }))

const notDone = (auditIds: readonly string[]) =>
  auditIds.map((auditId) => ({ auditId, reason: 'workload' as const, words: '' }))

const setUp = async () => {
  const ctx = await newContext()
  const teamId = await addTeamWith(ctx, { name: 'Riverside' })
  const ada = await addPersonWith(ctx, { name: 'Ada' })
  const ben = await addPersonWith(ctx, { name: 'Ben' })
  const { roundId, auditIds } = await openRoundOf(ctx, {
    '4401': { auditorId: ada, teamId },
    '4402': { auditorId: ada },
  })
  const { '4401': first = '', '4402': second = '' } = auditIds
  const hindrance = async (now = ctx.now) =>
    (await rowsOf({ ...ctx, now }, roundId, [first]))[0]?.hindrance
  return { ctx, teamId, ada, ben, roundId, first, second, hindrance }
}

describe('what nobody can do', () => {
  test('a team is open on its closing day, and its audits are stuck from the next', async () => {
    const { ctx, teamId, hindrance } = await setUp()
    await ctx.db
      .updateTable('team')
      .set({ closed_on: '2026-01-16' })
      .where('id', '=', teamId)
      .execute()
    expect(await hindrance('2026-01-16T23:59:00.000Z')).toBeNull()
    expect(await hindrance('2026-01-17T00:01:00.000Z')).toBe('team_closed')
  })

  test('an account that was closed', async () => {
    const { ctx, ada, hindrance, roundId, first } = await setUp()
    await ctx.db.updateTable('person').set({ is_active: 0 }).where('id', '=', ada).execute()
    expect(await hindrance()).toBe('account_closed')
    const chosen = await chosenOf(ctx, roundId, [first])
    await expect(remindAuditors(ctx, { roundId, chosen, again: false })).rejects.toMatchObject({
      current: [{ message: expect.stringContaining('account of its auditor is closed') }],
    })
  })

  test('an auditor who moved into the team that holds the case', async () => {
    const { ctx, ada, teamId, hindrance } = await setUp()
    await ctx.db.updateTable('person').set({ team_id: teamId }).where('id', '=', ada).execute()
    expect(await hindrance()).toBe('own_team')
  })
})

describe('at once', () => {
  test('of two who close a round one closes it, and the other is told', async () => {
    const { ctx, ada, ben, roundId, first, second } = await setUp()
    const close = (by: string) =>
      closeWithReasons(
        { ...actAs(ctx, by), ids: () => crypto.randomUUID() },
        { roundId, notDone: notDone([first, second]) }
      )
    const ended = await Promise.allSettled([close(ada), close(ben)])
    expect(ended.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(ended.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { message: expect.stringContaining('already closed') },
    })
    const endings = await ctx.db.selectFrom('audit_ending').select('audit_id').execute()
    expect(endings).toHaveLength(2)
  })
})

describe('an exemption', () => {
  test('once lifted, the person can be given audits again; what was given away stays', async () => {
    const { ctx, ada, ben, roundId, first } = await setUp()
    const left = await exemptAuditor(ctx, {
      roundId,
      personId: ada,
      approvedBy: ben,
      reason: 'Covering two teams',
      becomes: 'withdraw',
      auditorId: '',
      ownTeamReason: '',
    })
    expect(left).toBe(0)
    const ending = await ctx.db.selectFrom('audit_ending').select('words').execute()
    expect(ending).toEqual([{ words: 'Covering two teams' }, { words: 'Covering two teams' }])
    const [exemption] = await listExemptions(ctx.db, roundId)
    const lifting = { roundId, exemptionId: exemption?.id ?? '' }
    await liftExemption(ctx, lifting)
    await expect(liftExemption(ctx, lifting)).rejects.toThrow('No such exemption')
    const audit = await ctx.db
      .selectFrom('audit')
      .select('state')
      .where('id', '=', first)
      .executeTakeFirstOrThrow()
    expect(audit.state).toBe('withdrawn')
    const added = await enterCases(ctx, {
      roundId,
      references: ['4403'],
      newCases: [{ reference: '4403', serviceStatus: 'cp', teamId: null }],
      auditorId: ada,
    })
    expect(added).toEqual({ added: 1, isNew: 1 })
  })
})

describe('a case added late', () => {
  test('goes to its auditor in one step, or, when it may not, is not added at all', async () => {
    const { ctx, ada, ben, teamId, roundId } = await setUp()
    await ctx.db.updateTable('person').set({ team_id: teamId }).where('id', '=', ada).execute()
    const late = {
      roundId,
      references: ['4403'],
      newCases: [{ reference: '4403', serviceStatus: 'cp' as const, teamId }],
    }
    await expect(enterCases(ctx, { ...late, auditorId: ada })).rejects.toMatchObject({
      field: 'reason',
    })
    const audits = () => ctx.db.selectFrom('audit').select(['auditor_id', 'state']).execute()
    expect(await audits()).toHaveLength(2)
    await enterCases(ctx, { ...late, auditorId: ben })
    expect(await audits()).toContainEqual({ auditor_id: ben, state: 'allocated' })
    const told = await ctx.db
      .selectFrom('notice')
      .select(['kind', 'reference'])
      .where('person_id', '=', ben)
      .execute()
    expect(told).toEqual([{ kind: 'audit_allocated', reference: '4403' }])
  })
})

describe('notices', () => {
  test('of several audits are one, with their number', async () => {
    const { ctx, ada, roundId, first, second } = await setUp()
    await ctx.db.deleteFrom('notice').execute()
    const chosen = await chosenOf(ctx, roundId, [first, second])
    await remindAuditors(ctx, { roundId, chosen, again: false })
    await changeDueDate(ctx, {
      roundId,
      dueOn: '2026-02-13',
      reason: 'Half term',
      seenDueOn: '2026-01-30',
    })
    const told = await ctx.db
      .selectFrom('notice')
      .select(['person_id', 'kind', 'reference', 'due_on'])
      .orderBy('id')
      .execute()
    const { name } = await ctx.db.selectFrom('round').select('name').executeTakeFirstOrThrow()
    const reference = `2 of your audits in ${name}`
    expect(told).toEqual([
      { person_id: ada, kind: 'reminder_several', reference, due_on: '2026-01-30' },
      { person_id: ada, kind: 'audits_extended', reference, due_on: '2026-02-13' },
    ])
  })
})

describe('days', () => {
  // Clocks go forward on Sunday 29 March 2026 at 01:00: 23:30 UTC on the 28th is still the 28th in London.
  test.each([
    ['2026-03-28T23:30:00.000Z', '2026-03-28'],
    ['2026-03-29T22:30:00.000Z', '2026-03-29'],
    ['2026-03-29T23:30:00.000Z', '2026-03-30'],
    ['2026-10-24T23:30:00.000Z', '2026-10-25'],
    ['2026-10-25T23:30:00.000Z', '2026-10-25'],
  ])('at %s an audit can be extended to %s and no earlier', async (now, today) => {
    const { ctx, roundId, first } = await setUp()
    const then = { ...ctx, now }
    const chosen = await chosenOf(ctx, roundId, [first])
    const extend = (dueOn: string) =>
      extendAudits(then, { roundId, chosen, dueOn, reason: 'Court' })
    const before = new Date(`${today}T00:00:00Z`)
    before.setUTCDate(before.getUTCDate() - 1)
    await expect(extend(before.toISOString().slice(0, 10))).rejects.toThrow('This day has passed')
    expect(await extend(today)).toBe(1)
  })

  test('no audit is due before the window of its round begins', async () => {
    const ctx = await newContext()
    const auditorId = await addPersonWith(ctx)
    const { roundId, auditIds } = await openRoundOf(
      ctx,
      { '4401': { auditorId } },
      { windowFrom: '2026-01-19' }
    )
    const chosen = await chosenOf(ctx, roundId, [auditIds['4401'] ?? ''])
    await expect(
      extendAudits(ctx, { roundId, chosen, dueOn: '2026-01-16', reason: 'Early' })
    ).rejects.toThrow('The window of the round has not begun then')
  })
})

describe('rounds', () => {
  test('one without auditors is not opened', async () => {
    const ctx = await newContext()
    const roundId = await createRoundWith(ctx)
    const caseId = await addCaseWith(ctx)
    await addCases(ctx, { roundId, caseIds: [caseId] })
    await expect(openRound(ctx, { roundId })).rejects.toThrow(
      'No audit in this round is allocated. Allocate at least one, then open it.'
    )
  })

  test('a case is carried on over three rounds, from each to the next alone', async () => {
    const { ctx, ben, roundId, first, second } = await setUp()
    await closeWithReasons(ctx, { roundId, notDone: notDone([first, second]) })
    const next = await openRoundOf(ctx, { '4411': { auditorId: ben } })
    expect(await carryOverAudits(ctx, { roundId: next.roundId, auditIds: [first] })).toBe(1)
    const carried = await ctx.db
      .selectFrom('audit_carry_over')
      .select('audit_id')
      .where('from_audit_id', '=', first)
      .executeTakeFirstOrThrow()
    const again = [carried.audit_id, next.auditIds['4411'] ?? '']
    await closeWithReasons(ctx, { roundId: next.roundId, notDone: notDone(again) })
    const last = await openRoundOf(ctx, { '4421': { auditorId: ben } })
    await expect(
      carryOverAudits(ctx, { roundId: last.roundId, auditIds: [first] })
    ).rejects.toThrow('carried one of these over')
    expect(
      await carryOverAudits(ctx, { roundId: last.roundId, auditIds: [carried.audit_id] })
    ).toBe(1)
    const audits = await ctx.db
      .selectFrom('audit')
      .select('state')
      .where('case_reference', '=', '4401')
      .orderBy('reference')
      .execute()
    expect(audits.map(({ state }) => state)).toEqual(['withdrawn', 'withdrawn', 'to_allocate'])
    await allocateAudit(ctx, { auditId: second, auditorId: ben, seenAuditorId: null }).then(
      () => expect.unreachable(),
      (error: Error) => expect(error.message).toContain('This round is closed')
    )
  })
})
