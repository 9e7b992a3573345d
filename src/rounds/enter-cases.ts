/** Puts typed references into a round: known cases as they are, new ones once their status is given. */
import { addCase } from '../cases/add-case.ts'
import { listCasesByKey } from '../cases/store.ts'
import { toKey } from '../db/columns.ts'
import { type Context, inTransaction } from '../db/transaction.ts'
import { FieldFault } from '../errors.ts'
import type { ServiceStatus } from '../rubrics/rules/service-status.ts'
import { addCases } from './add-cases.ts'
import { allocateAudit } from './allocate-audit.ts'
import { listRoundAudits } from './audit-store.ts'

export interface NewCase {
  readonly reference: string
  readonly serviceStatus: ServiceStatus
  readonly teamId: string | null
}

export interface EnterCasesInput {
  readonly roundId: string
  readonly references: readonly string[]
  /** Those of the references that the council does not know yet. One that is known by now stays as it is. */
  readonly newCases: readonly NewCase[]
  /** Who audits all that is added; null leaves them to be allocated. */
  readonly auditorId?: string | null
  /** Why it has to be this auditor, where a case is their own or their team's. */
  readonly ownTeamReason?: string
}

/**
 * References that are in the round already are left as they are.
 * @returns how many cases were put into the round, and how many of them are new to the council
 * @throws FieldFault `references` when one is neither known nor among the new cases
 * @throws FieldFault `auditor` or `reason` as allocateAudit; nothing is added then
 */
export const enterCases = (
  ctx: Context,
  input: EnterCasesInput
): Promise<{ readonly added: number; readonly isNew: number }> =>
  inTransaction(ctx, async (tx) => {
    const keys = [...new Set(input.references.map(toKey))]
    const known = new Map(
      (await listCasesByKey(tx.db, keys)).map((row) => [row.referenceKey, row.id])
    )
    const newCases = new Map(input.newCases.map((one) => [toKey(one.reference), one]))
    const inRound = new Set(
      (await listRoundAudits(tx.db, input.roundId)).map((audit) => audit.caseId)
    )
    const caseIds: string[] = []
    let isNew = 0
    for (const key of keys) {
      const found = known.get(key)
      if (found !== undefined) {
        if (!inRound.has(found)) caseIds.push(found)
        continue
      }
      const given = newCases.get(key)
      if (!given) {
        throw new FieldFault('references', `Case ${key} is not known. Give its service status`)
      }
      caseIds.push(await addCase(tx, given))
      isNew += 1
    }
    const auditIds = await addCases(tx, { roundId: input.roundId, caseIds })
    const { auditorId = null, ownTeamReason = '' } = input
    for (const auditId of auditorId === null ? [] : auditIds) {
      await allocateAudit(tx, { auditId, auditorId, seenAuditorId: null, ownTeamReason })
    }
    return { added: caseIds.length, isNew }
  })
