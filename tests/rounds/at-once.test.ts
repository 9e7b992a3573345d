/** Two people at the same instant: one is first, the other is told, and nothing is done twice. */
import { expect, test } from 'vitest'
import { addCase } from '../../src/cases/add-case.ts'
import { inTransaction } from '../../src/db/transaction.ts'
import { addCases } from '../../src/rounds/add-cases.ts'
import { allocateAudit } from '../../src/rounds/allocate-audit.ts'
import { withdrawAudits } from '../../src/rounds/audit-store.ts'
import { closeRound } from '../../src/rounds/close-round.ts'
import { openRound } from '../../src/rounds/open-round.ts'
import { startAudits } from '../../src/rounds/start-audits.ts'
import { addPersonWith } from '../support/builders.ts'
import { newContext } from '../support/context.ts'
import { addCaseWith, createRoundWith, openAudit } from '../support/round-builders.ts'

/** How many succeeded, and what the others were told. */
const outcomes = async (attempts: readonly Promise<unknown>[]) => {
  const settled = await Promise.allSettled(attempts)
  return {
    done: settled.filter(({ status }) => status === 'fulfilled').length,
    told: settled.flatMap((one) =>
      one.status === 'rejected' ? [`${one.reason.name}: ${one.reason.message}`] : []
    ),
  }
}

const draft = async () => {
  const ctx = await newContext()
  const roundId = await createRoundWith(ctx)
  const caseId = await addCaseWith(ctx, { reference: '204417' })
  return { ctx, roundId, caseId }
}

test('adding the same case to a round', async () => {
  const { ctx, roundId, caseId } = await draft()
  const add = () => addCases(ctx, { roundId, caseIds: [caseId] })
  expect(await outcomes([add(), add(), add()])).toEqual({
    done: 1,
    told: Array(2).fill('FieldFault: Case 204417 is already in this round'),
  })
  expect(await ctx.db.selectFrom('audit').select('reference').execute()).toHaveLength(1)
})

test('allocating the same audit, opening and closing the round', async () => {
  const { ctx, roundId, caseId } = await draft()
  const [auditId = ''] = await addCases(ctx, { roundId, caseIds: [caseId] })
  const people = [
    await addPersonWith(ctx, { name: 'Priya Nair' }),
    await addPersonWith(ctx, { name: 'Priya Nair' }),
  ]
  const allocated = await outcomes(
    people.map((auditorId) => allocateAudit(ctx, { auditId, auditorId, seenAuditorId: null }))
  )
  expect(allocated).toEqual({
    done: 1,
    told: [
      'Conflict: Somebody else has allocated this audit since you opened the page. It is with Priya Nair now. Save again to change it',
    ],
  })
  const opened = await outcomes([openRound(ctx, { roundId }), openRound(ctx, { roundId })])
  expect(opened).toEqual({ done: 1, told: ['WrongState: This round is already open.'] })
  const closed = await outcomes([closeRound(ctx, { roundId }), closeRound(ctx, { roundId })])
  expect(closed).toEqual({ done: 1, told: ['WrongState: This round is already closed.'] })
  const types = (await ctx.db.selectFrom('event').select('type').execute()).map(({ type }) => type)
  for (const type of ['audit.allocated', 'round.opened', 'round.closed']) {
    expect(types.filter((each) => each === type)).toHaveLength(1)
  }
})

test('adding the same case and taking the same name', async () => {
  const ctx = await newContext()
  const add = () => addCase(ctx, { reference: '204417', serviceStatus: 'cp' })
  expect(await outcomes([add(), add()])).toEqual({
    done: 1,
    told: ['FieldFault: Case 204417 is already known'],
  })
  await createRoundWith(ctx)
  const create = () => createRoundWith(ctx, { name: 'January learning audit' })
  expect(await outcomes([create(), create()])).toEqual({
    done: 1,
    told: [
      'FieldFault: There is already a round called “January learning audit”. Choose another name',
    ],
  })
})

// What was read before another's commit is old on PostgreSQL: the statement that writes asks the row again.
test('closing a round leaves an audit that was submitted a moment ago', async () => {
  const ctx = await newContext()
  const { auditId } = await openAudit(ctx)
  const other = await openAudit(ctx)
  await ctx.db.updateTable('audit').set({ state: 'submitted' }).where('id', '=', auditId).execute()
  expect(await withdrawAudits(ctx.db, [auditId, other.auditId])).toBe(1)
  const states = await ctx.db.selectFrom('audit').select(['id', 'state']).execute()
  expect(new Map(states.map(({ id, state }) => [id, state]))).toEqual(
    new Map([
      [auditId, 'submitted'],
      [other.auditId, 'withdrawn'],
    ])
  )
})

test('opening a round gives an audit that was allocated a moment ago to its auditor, and one taken out to nobody', async () => {
  const { ctx, roundId, caseId } = await draft()
  const second = await addCaseWith(ctx, { reference: '204418' })
  const [auditId = '', taken = ''] = await addCases(ctx, { roundId, caseIds: [caseId, second] })
  const asRead = [
    { id: auditId, caseId },
    { id: taken, caseId: second },
  ]
  await allocateAudit(ctx, { auditId, auditorId: await addPersonWith(ctx), seenAuditorId: null })
  await withdrawAudits(ctx.db, [taken])
  await inTransaction(ctx, (tx) => startAudits(tx, roundId, asRead))
  const rows = await ctx.db
    .selectFrom('audit')
    .select(['state', 'allocated_at'])
    .orderBy('id')
    .execute()
  expect(rows).toEqual([
    { state: 'allocated', allocated_at: ctx.now },
    { state: 'withdrawn', allocated_at: null },
  ])
})
