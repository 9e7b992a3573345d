/** Takes the open actions of an audit off their owners, because the audit was voided. What is done stays on the record. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { recordEvent } from '../events/record-event.ts'
import { removeOpenActions } from './store.ts'

/** @returns the owners of the actions that were dropped, and how many actions there were */
export const dropActions = (
  ctx: Context,
  input: { readonly auditId: string }
): Promise<{ readonly count: number; readonly ownerIds: readonly string[] }> =>
  inTransaction(ctx, async (tx) => {
    const dropped = await removeOpenActions(tx.db, input.auditId)
    for (const { id } of dropped) {
      recordEvent(tx, {
        type: 'action.removed',
        subjectId: id,
        details: { auditId: input.auditId },
      })
    }
    return {
      count: dropped.length,
      ownerIds: [...new Set(dropped.flatMap(({ ownerId }) => ownerId ?? []))],
    }
  })
