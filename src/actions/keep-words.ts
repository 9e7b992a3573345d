/** Before an action's words change: keeps them, if they have ever been submitted (contracts.md §10). */
import type { TransactionContext } from '../db/transaction.ts'
import { type Action, type AuditOfAction, insertSupersededAction } from './store.ts'

export const keepWords = async (
  tx: TransactionContext,
  audit: AuditOfAction,
  action: Action
): Promise<void> => {
  if (audit.firstSubmittedAt === null) return
  await insertSupersededAction(tx.db, {
    id: tx.ids(),
    action,
    now: tx.now,
    by: tx.actor.kind === 'user' ? tx.actor.id : null,
  })
}
