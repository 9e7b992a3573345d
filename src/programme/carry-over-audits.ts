/**
 * Takes cases whose audits were not done into a later round: new audits, linked both ways. The old ones stay as they
 * ended: not done, and carried over.
 */
import { type Context, inTransaction } from '../db/transaction.ts'
import { FieldFault } from '../errors.ts'
import { recordEvent } from '../events/record-event.ts'
import { addCases } from '../rounds/add-cases.ts'
import { lockRound } from '../rounds/store.ts'
import { actorIdOf } from './actor-id.ts'
import { insertCarryOver, listToCarryOver } from './store.ts'

/**
 * @throws FieldFault `audits` when none is chosen, or one cannot be carried over (any more); nothing is added then
 * @throws WrongState when the round is closed
 */
export const carryOverAudits = (
  ctx: Context,
  input: { readonly roundId: string; readonly auditIds: readonly string[] }
): Promise<number> =>
  inTransaction(ctx, async (tx) => {
    if (input.auditIds.length === 0) throw new FieldFault('audits', 'Choose at least one audit')
    await lockRound(tx.db, input.roundId)
    const offered = await listToCarryOver(tx.db, input.roundId)
    const chosen = [...new Set(input.auditIds)].map((id) => {
      const found = offered.find((one) => one.id === id)
      if (!found?.caseId) {
        throw new FieldFault(
          'audits',
          'Somebody else has carried one of these over, or its case is in this round by now. Nothing was added. Look again'
        )
      }
      return { ...found, caseId: found.caseId }
    })
    // A case that two rounds did not get to is audited once.
    const byCase = [...Map.groupBy(chosen, ({ caseId }) => caseId).values()].flatMap(
      ([first]) => first ?? []
    )
    const added = await addCases(tx, {
      roundId: input.roundId,
      caseIds: byCase.map(({ caseId }) => caseId),
    })
    for (const [at, from] of byCase.entries()) {
      const auditId = added[at] ?? ''
      await insertCarryOver(tx.db, {
        auditId,
        fromAuditId: from.id,
        now: tx.now,
        by: actorIdOf(tx),
      })
      recordEvent(tx, {
        type: 'audit.carried_over',
        subjectId: auditId,
        details: { roundId: input.roundId, fromAuditId: from.id, fromRoundId: from.roundId },
      })
    }
    return added.length
  })
