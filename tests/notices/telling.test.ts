/** What people are told by what others do: allocated, reopened, an action given. */
import { expect, test } from 'vitest'
import { reopenAudit } from '../../src/audits/reopen-audit.ts'
import { saveAuditAction } from '../../src/audits/save-audit-action.ts'
import { submitAudit } from '../../src/audits/submit-audit.ts'
import type { Context } from '../../src/db/transaction.ts'
import { addCases } from '../../src/rounds/add-cases.ts'
import { allocateAudit } from '../../src/rounds/allocate-audit.ts'
import { allocateAudits } from '../../src/rounds/allocate-audits.ts'
import { openRound } from '../../src/rounds/open-round.ts'
import { answerAll, asPerson } from '../support/audit-answers.ts'
import { addPersonWith } from '../support/builders.ts'
import { newContext } from '../support/context.ts'
import { addCaseWith, createRoundWith, openAudit } from '../support/round-builders.ts'

const told = async (ctx: Context) =>
  (
    await ctx.db
      .selectFrom('notice')
      .select(['person_id', 'kind', 'about_kind', 'about_id', 'reference', 'due_on'])
      .orderBy('id')
      .execute()
  ).map((row) => Object.values(row).join(' '))

/** A draft round with two cases. */
const draft = async () => {
  const ctx = await newContext()
  const roundId = await createRoundWith(ctx)
  const caseIds = [
    await addCaseWith(ctx, { reference: 'CF-1001' }),
    await addCaseWith(ctx, { reference: 'CF-1002' }),
  ]
  const [first = '', second = ''] = await addCases(ctx, { roundId, caseIds })
  const [anna, ben] = [await addPersonWith(ctx), await addPersonWith(ctx)]
  return { ctx, roundId, first, second, anna, ben }
}

test('in a draft nobody is told; when the round opens each auditor is, of each audit', async () => {
  const { ctx, roundId, first, second, anna, ben } = await draft()
  const rows = [
    { auditId: first, auditorId: anna, seenAuditorId: null },
    { auditId: second, auditorId: ben, seenAuditorId: null },
  ]
  expect(await allocateAudits(ctx, { roundId, rows })).toEqual([])
  expect(await told(ctx)).toEqual([])
  await openRound(ctx, { roundId })
  expect(await told(ctx)).toEqual([
    `${anna} audit_allocated audit ${first} CF-1001 2026-01-30`,
    `${ben} audit_allocated audit ${second} CF-1002 2026-01-30`,
  ])
})

test('in an open round whoever gets an audit is told, unless they gave it to themselves', async () => {
  const { ctx, roundId, first, second, anna, ben } = await draft()
  await allocateAudit(ctx, { auditId: first, auditorId: anna, seenAuditorId: null })
  await openRound(asPerson(ctx, anna), { roundId })
  expect(await told(ctx)).toEqual([])
  await allocateAudit(ctx, { auditId: first, auditorId: ben, seenAuditorId: anna })
  await allocateAudit(ctx, { auditId: first, auditorId: ben, seenAuditorId: ben })
  await allocateAudit(asPerson(ctx, ben), { auditId: second, auditorId: ben, seenAuditorId: null })
  await allocateAudit(ctx, { auditId: first, auditorId: null, seenAuditorId: ben })
  expect(await told(ctx)).toEqual([`${ben} audit_allocated audit ${first} CF-1001 2026-01-30`])
})

test('when one row of an allocation is wrong nobody is told of the others', async () => {
  const { ctx, roundId, first, second, anna, ben } = await draft()
  await allocateAudit(ctx, { auditId: first, auditorId: anna, seenAuditorId: null })
  await openRound(asPerson(ctx, anna), { roundId })
  const rows = [
    { auditId: first, auditorId: ben, seenAuditorId: anna },
    { auditId: second, auditorId: 'nobody', seenAuditorId: null },
  ]
  expect(await allocateAudits(ctx, { roundId, rows })).toHaveLength(1)
  expect(await told(ctx)).toEqual([])
})

test('an owner is told when the audit is submitted, its auditor when it is reopened', async () => {
  const ctx = await newContext()
  const ownerId = await addPersonWith(ctx)
  const audit = await openAudit(ctx, { case: { reference: 'CF-1001' } })
  const { auditId, auditorId } = audit
  const own = asPerson(ctx, auditorId)
  const allocated = `${auditorId} audit_allocated audit ${auditId} CF-1001 2026-01-30`
  await answerAll(ctx, audit)
  const save = (actionId: string, ownedBy: string, revision: number, dueOn = '2026-02-20') =>
    saveAuditAction(own, {
      auditId,
      actionId,
      itemKey: null,
      what: 'Share the safety plan with school',
      intendedChange: 'School knows what to do',
      ownerId: ownedBy,
      dueOn,
      revision,
    })
  const [theirs, mine] = [ctx.ids(), ctx.ids()]
  await save(theirs, ownerId, 0)
  await save(mine, auditorId, 0)
  expect(await told(ctx)).toEqual([allocated])

  expect(await submitAudit(own, { auditId })).toEqual({ ok: true })
  const given = `${ownerId} action_given action ${theirs} CF-1001 2026-02-20`
  expect(await told(ctx)).toEqual([allocated, given])

  await reopenAudit(ctx, { auditId, reason: 'The grade does not match the evidence' })
  const reopened = `${auditorId} audit_reopened audit ${auditId} CF-1001 `
  expect(await told(ctx)).toEqual([allocated, given, reopened])

  // The same action again is no news; with another owner, or another date, it is.
  expect(await submitAudit(own, { auditId })).toEqual({ ok: true })
  expect(await told(ctx)).toHaveLength(3)
  await reopenAudit(own, { auditId, reason: 'Another owner' })
  const other = await addPersonWith(ctx)
  await save(theirs, other, 1)
  expect(await submitAudit(own, { auditId })).toEqual({ ok: true })
  expect((await told(ctx)).slice(3)).toEqual([
    `${other} action_given action ${theirs} CF-1001 2026-02-20`,
  ])
})
