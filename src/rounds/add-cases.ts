/** Puts cases into a round: one audit each, still to be allocated. In an open round they are ready at once. */
import { listCases } from '../cases/store.ts'
import { toKey } from '../db/columns.ts'
import { takeNumbers } from '../db/take-numbers.ts'
import { type Context, inTransaction, type TransactionContext } from '../db/transaction.ts'
import { FieldFault, NotFound, WrongState } from '../errors.ts'
import { recordEvent } from '../events/record-event.ts'
import { insertAudits, listRoundAudits, listTakenReferences } from './audit-store.ts'
import { auditReference } from './rules/audit-reference.ts'
import { startAudits } from './start-audits.ts'
import { lockRound } from './store.ts'

/** As many unique references as asked for. Numbers that an imported file used are passed over. */
const newReferences = async (tx: TransactionContext, count: number): Promise<string[]> => {
  const references: string[] = []
  while (references.length < count) {
    const missing = count - references.length
    const first = await takeNumbers(tx.db, 'audit_number', missing)
    const made = Array.from({ length: missing }, (_, i) => auditReference(first + i))
    const taken = await listTakenReferences(tx.db, made.map(toKey))
    references.push(...made.filter((reference) => !taken.includes(toKey(reference))))
  }
  return references
}

/**
 * @returns the new audits' ids, in the order of the cases
 * @throws FieldFault `cases` when a case is unknown, named twice, or already in the round; nothing is added then
 * @throws WrongState when the round is closed
 */
export const addCases = (
  ctx: Context,
  input: { readonly roundId: string; readonly caseIds: readonly string[] }
): Promise<string[]> =>
  inTransaction(ctx, async (tx) => {
    const round = await lockRound(tx.db, input.roundId)
    if (!round) throw new NotFound('No such round')
    if (round.state === 'closed') {
      throw new WrongState('This round is closed. Cases can be added to a draft or an open round.')
    }
    if (input.caseIds.length === 0) return []

    const cases = await listCases(tx.db, input.caseIds)
    const inRound = new Set((await listRoundAudits(tx.db, round.id)).map((audit) => audit.caseId))
    const chosen = input.caseIds.map((id, at) => {
      const found = cases.find((one) => one.id === id)
      if (!found) throw new FieldFault('cases', 'One of the cases is not known')
      if (inRound.has(id)) {
        throw new FieldFault('cases', `Case ${found.reference} is already in this round`)
      }
      if (input.caseIds.indexOf(id) < at) {
        throw new FieldFault('cases', `Case ${found.reference} is named twice`)
      }
      return found
    })

    const references = await newReferences(tx, chosen.length)
    const audits = chosen.map((found, i) => ({
      id: tx.ids(),
      reference: references[i] ?? '',
      referenceKey: toKey(references[i] ?? ''),
      roundId: round.id,
      caseId: found.id,
      caseReference: found.reference,
      serviceStatus: found.serviceStatus,
      teamId: found.teamId,
      workerId: found.workerId,
      iroId: found.iroId,
      dueOn: round.dueOn,
    }))
    await insertAudits(tx.db, audits)
    const auditIds = audits.map((audit) => audit.id)
    if (round.state === 'open') {
      await startAudits(
        tx,
        round.id,
        audits.map((audit) => ({ id: audit.id, caseId: audit.caseId }))
      )
    }
    recordEvent(tx, { type: 'round.cases_added', subjectId: round.id, details: { auditIds } })
    return auditIds
  })
