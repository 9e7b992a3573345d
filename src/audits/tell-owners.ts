/** Tells the owners of an audit's actions that they have one, once the audit is submitted. */
import type { Action } from '../actions/store.ts'
import type { TransactionContext } from '../db/transaction.ts'
import { notify } from '../notices/notify.ts'

/**
 * After a reopening only who has something new is told: another owner, or another date.
 * @param reference the case's
 */
export const tellOwners = async (
  tx: TransactionContext,
  actions: readonly Action[],
  reference: string | null
): Promise<void> => {
  const actorId = tx.actor.kind === 'user' ? tx.actor.id : undefined
  for (const action of actions) {
    if (action.state !== 'open' || action.ownerId === null || action.ownerId === actorId) continue
    await notify(tx, {
      to: [action.ownerId],
      kind: 'action_given',
      about: { kind: 'action', id: action.id },
      reference: reference ?? undefined,
      dueOn: action.dueOn ?? undefined,
      once: true,
    })
  }
}
