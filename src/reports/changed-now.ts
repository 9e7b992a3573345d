/** When something of a report was changed and by whom, for its columns. */
import type { TransactionContext } from '../db/transaction.ts'
import type { Changed } from './report-store.ts'

export const changedNow = (tx: TransactionContext): Changed => ({
  at: tx.now,
  by: tx.actor.kind === 'user' ? tx.actor.id : null,
})
