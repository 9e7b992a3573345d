/** What keeps a round moving, in the rows and in the event log: voiding, closing, opening again, carrying over, handing over. */
import { describe, expect, test } from 'vitest'
import { checkDatabase } from '../../src/admin/check-database.ts'
import { submitAudit } from '../../src/audits/submit-audit.ts'
import type { Context } from '../../src/db/transaction.ts'
import { askHandOver } from '../../src/programme/ask-hand-over.ts'
import { carryOverAudits } from '../../src/programme/carry-over-audits.ts'
import { changeDueDate } from '../../src/programme/change-due-date.ts'
import { closeWithReasons } from '../../src/programme/close-with-reasons.ts'
import { decideHandOver } from '../../src/programme/decide-hand-over.ts'
import { exemptAuditor } from '../../src/programme/exempt-auditor.ts'
import { findAskedOf } from '../../src/programme/hand-over-store.ts'
import { listChosen } from '../../src/programme/progress-store.ts'
import { reallocateAudits } from '../../src/programme/reallocate-audits.ts'
import { reopenRound } from '../../src/programme/reopen-round.ts'
import { seenMark } from '../../src/programme/rules/bulk-action.ts'
import { voidAudits } from '../../src/programme/void-audits.ts'
import { allocateAudit } from '../../src/rounds/allocate-audit.ts'
import { answerAll } from '../support/audit-answers.ts'
import { addPersonWith } from '../support/builders.ts'
import { newContext } from '../support/context.ts'
import { actAs, openRoundOf, startIt } from './council.ts'

const chosenOf = async (ctx: Context, roundId: string, auditId: string | undefined) =>
  (
    await listChosen(ctx.db, roundId, [auditId ?? ''], {
      todayOn: '2026-01-12',
      soonOn: '2026-01-19',
    })
  ).map((row) => ({ auditId: row.id, seen: seenMark(row) }))

const stateOf = async (ctx: Context, auditId: string | undefined) =>
  await ctx.db
    .selectFrom('audit')
    .select(['state', 'auditor_id', 'is_counted'])
    .where('id', '=', auditId ?? '')
    .executeTakeFirstOrThrow()

const setUp = async () => {
  const ctx = await newContext()
  const [ada, ben] = [
    await addPersonWith(ctx, { name: 'Ada' }),
    await addPersonWith(ctx, { name: 'Ben' }),
  ]
  const round = await openRoundOf(ctx, {
    '4401': { auditorId: ada },
    '4402': { auditorId: ada },
    '4403': { auditorId: null },
  })
  const { '4401': first = '', '4402': second = '', '4403': third = '' } = round.auditIds
  return { ctx, ada, ben, roundId: round.roundId, first, second, third }
}

describe('voiding', () => {
  test('a submitted audit leaves every figure, its open actions are dropped, and check holds', async () => {
    const { ctx, ada, roundId, first } = await setUp()
    await answerAll(ctx, { auditId: first, auditorId: ada })
    await submitAudit(actAs(ctx, ada), { auditId: first })
    const judged = await ctx.db.selectFrom('judgement').select('item').execute()
    expect(judged.length).toBeGreaterThan(5)

    const chosen = await chosenOf(ctx, roundId, first)
    await expect(voidAudits(ctx, { roundId, chosen, reason: ' ' })).rejects.toThrow('Say why')
    await voidAudits(ctx, { roundId, chosen, reason: 'The wrong sibling' })
    expect(await stateOf(ctx, first)).toEqual({ state: 'voided', auditor_id: ada, is_counted: 0 })
    expect(await ctx.db.selectFrom('judgement').select('item').execute()).toEqual([])
    for (const table of ['tally_council', 'tally_team'] as const) {
      const rows = await ctx.db.selectFrom(table).select('count').execute()
      expect([table, rows.filter(({ count }) => count !== 0)]).toEqual([table, []])
    }
    const open = await ctx.db
      .selectFrom('action')
      .select('id')
      .where('state', '=', 'open')
      .execute()
    expect(open).toEqual([])
    expect(await checkDatabase(ctx)).toEqual([])
    const ending = await ctx.db.selectFrom('audit_ending').selectAll().executeTakeFirstOrThrow()
    expect([ending.kind, ending.words, ending.state_before]).toEqual([
      'voided',
      'The wrong sibling',
      'submitted',
    ])
  })

  test('a submitted audit can be given to nobody else', async () => {
    const { ctx, ada, ben, roundId, first } = await setUp()
    await answerAll(ctx, { auditId: first, auditorId: ada })
    await submitAudit(actAs(ctx, ada), { auditId: first })
    const chosen = await chosenOf(ctx, roundId, first)
    await expect(
      reallocateAudits(ctx, { roundId, chosen, auditorId: ben, ownTeamReason: '' })
    ).rejects.toMatchObject({
      current: [{ auditId: first, message: expect.stringContaining('It is submitted') }],
    })
    await expect(
      allocateAudit(ctx, { auditId: first, auditorId: ben, seenAuditorId: ada })
    ).rejects.toThrow('Reopen it first')
  })
})

describe('closing', () => {
  test('asks why for each audit, withdraws them, and gives them back when it is opened again', async () => {
    const { ctx, ada, roundId, first, second, third } = await setUp()
    await startIt(ctx, first, ada)
    const sickness = { reason: 'sickness' as const, words: '' }
    expect(
      await closeWithReasons(ctx, { roundId, notDone: [{ auditId: first, ...sickness }] })
    ).toEqual({
      ok: false,
      faults: [third, second].map((auditId) => ({
        auditId,
        message: 'Choose why it was not done',
      })),
    })
    expect((await stateOf(ctx, first)).state).toBe('in_progress')

    const notDone = [first, second, third].map((auditId) => ({ auditId, ...sickness }))
    expect(await closeWithReasons(actAs(ctx, ada), { roundId, notDone })).toEqual({
      ok: true,
      submitted: 0,
      notDone: 3,
    })
    expect((await stateOf(ctx, first)).state).toBe('withdrawn')
    await expect(closeWithReasons(ctx, { roundId, notDone })).rejects.toThrow('already closed')
    const round = await ctx.db.selectFrom('round').select('closed_by').executeTakeFirstOrThrow()
    expect(round.closed_by).toBe(ada)

    expect(await reopenRound(ctx, { roundId, reason: 'The wrong round' })).toBe(3)
    expect((await stateOf(ctx, first)).state).toBe('in_progress')
    expect((await stateOf(ctx, third)).state).toBe('to_allocate')
    expect(await checkDatabase(ctx)).toEqual([])
  })

  test('what was not done is carried over once, and stays not done', async () => {
    const { ctx, ada, roundId, first, second, third } = await setUp()
    const notDone = [first, second, third].map((auditId) => ({
      auditId,
      reason: 'workload' as const,
      words: '',
    }))
    await closeWithReasons(ctx, { roundId, notDone })
    const next = await openRoundOf(ctx, { '4499': { auditorId: ada } })
    expect(await carryOverAudits(ctx, { roundId: next.roundId, auditIds: [first] })).toBe(1)
    await expect(
      carryOverAudits(ctx, { roundId: next.roundId, auditIds: [first, second] })
    ).rejects.toThrow('Nothing was added')
    expect(await reopenRound(ctx, { roundId, reason: 'The wrong round' })).toBe(2)
    expect((await stateOf(ctx, first)).state).toBe('withdrawn')
  })
})

describe('handing over', () => {
  test('is asked by the auditor, decided by a QA lead, and keeps who wrote what', async () => {
    const { ctx, ada, ben, first } = await setUp()
    await startIt(ctx, first, ada)
    await expect(
      askHandOver(actAs(ctx, ben), { auditId: first, toId: ada, reason: 'I want it' })
    ).rejects.toThrow('No such audit')
    await askHandOver(actAs(ctx, ada), { auditId: first, toId: ben, reason: 'On leave' })
    await expect(
      askHandOver(actAs(ctx, ada), { auditId: first, toId: ben, reason: 'On leave' })
    ).rejects.toThrow('has not decided yet')
    const asked = await findAskedOf(ctx.db, first)
    const agree = {
      handOverId: asked?.id ?? '',
      decision: 'agreed' as const,
      words: '',
      ownTeamReason: '',
    }
    await expect(decideHandOver(ctx, { ...agree, decision: 'declined' })).rejects.toThrow(
      'Say why you decline'
    )
    await decideHandOver(ctx, agree)
    await expect(decideHandOver(ctx, agree)).rejects.toThrow('agreed to this hand-over already')
    expect((await stateOf(ctx, first)).auditor_id).toBe(ben)
    const answers = await ctx.db.selectFrom('answer').select('saved_by').execute()
    expect(answers).toEqual([{ saved_by: ada }])
    // An old tab of the former auditor is told what became of it, and nothing is saved.
    await expect(startIt(ctx, first, ada)).rejects.toThrow('given to another auditor')
  })
})

describe('who need not audit, and when', () => {
  const exempt = { reason: 'Absence', ownTeamReason: '' }

  test('an exempt auditor’s audits go to somebody else, and no new ones come', async () => {
    const { ctx, ada, ben, roundId, first, second, third } = await setUp()
    const given = { ...exempt, roundId, personId: ada, auditorId: ben }
    await expect(
      exemptAuditor(ctx, { ...given, approvedBy: ada, becomes: 'reallocate' })
    ).rejects.toThrow('Nobody approves their own exemption')
    await expect(
      exemptAuditor(ctx, { ...given, approvedBy: ben, becomes: undefined })
    ).rejects.toThrow('Choose what becomes of their audits')
    await exemptAuditor(ctx, { ...given, approvedBy: ben, becomes: 'reallocate' })
    expect((await stateOf(ctx, first)).auditor_id).toBe(ben)
    expect((await stateOf(ctx, second)).auditor_id).toBe(ben)
    await expect(
      allocateAudit(ctx, { auditId: third, auditorId: ada, seenAuditorId: null })
    ).rejects.toThrow('Ada is exempt from this round')
  })

  test('the due date of a round moves the audits that stood on it, and not into the past', async () => {
    const { ctx, roundId } = await setUp()
    const change = { roundId, reason: 'Half term', seenDueOn: '2026-01-30' }
    await expect(changeDueDate(ctx, { ...change, dueOn: '2026-01-11' })).rejects.toThrow(
      'has passed'
    )
    expect(await changeDueDate(ctx, { ...change, dueOn: '2026-02-13' })).toBe(3)
    await expect(changeDueDate(ctx, { ...change, dueOn: '2026-02-20' })).rejects.toThrow(
      'Somebody else moved the due date'
    )
  })

  // 23:30 UTC in summer is the next day in London.
  test('today is London’s today, across midnight in summer', async () => {
    const { ctx, roundId } = await setUp()
    const late = { ...ctx, now: '2026-06-30T23:30:00.000Z' }
    const change = { roundId, reason: 'Late', seenDueOn: '2026-01-30' }
    await expect(changeDueDate(late, { ...change, dueOn: '2026-06-30' })).rejects.toThrow(
      'has passed'
    )
    expect(await changeDueDate(late, { ...change, dueOn: '2026-07-01' })).toBe(3)
  })
})
