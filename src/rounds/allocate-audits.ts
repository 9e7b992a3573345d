/** Saves the allocation of a page of audits: all of it, or, when one row is wrong, none of it. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { Conflict, FieldFault, WrongState } from '../errors.ts'
import { type AllocateInput, allocateAudit } from './allocate-audit.ts'
import { findRoundAudit, type RoundAudit } from './audit-store.ts'

export interface RowFault {
  readonly auditId: string
  /** `auditor`, or `reason` when the auditor is near to the case and no reason was given. */
  readonly field: 'auditor' | 'reason'
  readonly message: string
  /** The auditor it has by now, when somebody else was quicker. */
  readonly current?: { readonly auditorId: string | null }
}

/** Undoes the transaction; never leaves this file. */
class Undone extends Error {}

const faultOf = (auditId: string, error: unknown): RowFault | undefined => {
  if (error instanceof FieldFault) {
    const field = error.field === 'reason' ? 'reason' : 'auditor'
    return { auditId, field, message: error.message }
  }
  if (error instanceof Conflict) {
    const { auditorId } = error.current as RoundAudit
    return { auditId, field: 'auditor', message: error.message, current: { auditorId } }
  }
  return error instanceof WrongState
    ? { auditId, field: 'auditor', message: error.message }
    : undefined
}

/**
 * @param input rows that the person changed; audits of another round are ignored
 * @returns one fault for each row that is wrong; none means that all are saved
 */
export const allocateAudits = async (
  ctx: Context,
  input: { readonly roundId: string; readonly rows: readonly AllocateInput[] }
): Promise<readonly RowFault[]> => {
  const faults: RowFault[] = []
  try {
    await inTransaction(ctx, async (tx) => {
      faults.length = 0
      for (const row of input.rows) {
        const audit = await findRoundAudit(tx.db, row.auditId)
        if (audit?.roundId !== input.roundId) continue
        try {
          await allocateAudit(tx, row)
        } catch (error) {
          const fault = faultOf(row.auditId, error)
          if (!fault) throw error
          faults.push(fault)
        }
      }
      if (faults.length > 0) throw new Undone()
    })
  } catch (error) {
    if (!(error instanceof Undone)) throw error
  }
  return faults
}
