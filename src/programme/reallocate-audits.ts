/**
 * Gives audits to another auditor. The rules of allocation hold for each (own case, own team, account, exemption); what
 * the former auditor has answered stays, under that person's name.
 */
import { type Context, inTransaction } from '../db/transaction.ts'
import { Conflict, FieldFault } from '../errors.ts'
import { allocateAudit } from '../rounds/allocate-audit.ts'
import type { ChosenRow } from './progress-store.ts'
import { type Chosen, type RowFault, takeChosen } from './take-chosen.ts'
import { tellAuditors } from './tell-auditors.ts'

/**
 * @throws FieldFault `auditor`, or `reason` naming the cases that are too near to the new auditor
 * @throws Conflict, WrongState, FieldFault `audits` as {@link takeChosen}
 * @returns how many have another auditor than before
 */
export const reallocateAudits = (
  ctx: Context,
  input: {
    readonly roundId: string
    readonly chosen: readonly Chosen[]
    readonly auditorId: string
    /** Why it has to be this auditor, where a case is their own or their team's. */
    readonly ownTeamReason: string
  }
): Promise<number> =>
  inTransaction(ctx, async (tx) => {
    if (input.auditorId === '') throw new FieldFault('auditor', 'Choose who takes them over')
    const rows = await takeChosen(tx, input, 'reallocate')
    const near: RowFault[] = []
    const changed: ChosenRow[] = []
    for (const row of rows) {
      if (row.auditorId === input.auditorId) continue
      try {
        await allocateAudit(tx, {
          auditId: row.id,
          auditorId: input.auditorId,
          seenAuditorId: row.auditorId,
          ownTeamReason: input.ownTeamReason,
          isToldByCaller: true,
        })
        changed.push(row)
      } catch (error) {
        if (error instanceof Conflict) {
          throw new Conflict<readonly RowFault[]>(error.message, [
            { auditId: row.id, message: error.message },
          ])
        }
        if (!(error instanceof FieldFault) || error.field !== 'reason') throw error
        near.push({ auditId: row.id, message: error.message })
      }
    }
    const [first] = near
    if (first) {
      const cases = near.map(
        ({ auditId }) => rows.find(({ id }) => id === auditId)?.caseReference ?? ''
      )
      throw new FieldFault('reason', `Case ${cases.join(', ')}: ${first.message}`)
    }
    const told = { roundId: input.roundId }
    await tellAuditors(tx, {
      ...told,
      kind: 'audit_taken_away',
      rows: changed.map((row) => ({ ...row, dueOn: null })),
    })
    await tellAuditors(tx, {
      ...told,
      kind: 'audit_allocated',
      rows: changed.map((row) => ({ ...row, auditorId: input.auditorId })),
    })
    return changed.length
  })
