/** Takes an action out of an audit at work. */
import { removeAction } from '../actions/remove-action.ts'
import { type Action, findAction } from '../actions/store.ts'
import { type Context, inTransaction } from '../db/transaction.ts'
import { NotFound } from '../errors.ts'
import { openWork } from './open-work.ts'

export type RemovedAction =
  | { readonly kind: 'removed' }
  /** Somebody saved it after the revision that was seen. */
  | { readonly kind: 'changed'; readonly current: Action }

/** @throws NotFound when it is not of this audit; WrongState when it is done; NotTheirs and WrongState as openWork */
export const removeAuditAction = (
  ctx: Context,
  input: { readonly auditId: string; readonly actionId: string; readonly revision: number }
): Promise<RemovedAction> =>
  inTransaction(ctx, async (tx): Promise<RemovedAction> => {
    const { audit } = await openWork(tx, input.auditId, 'save')
    const action = await findAction(tx.db, input.actionId)
    if (action?.auditId !== audit.id) throw new NotFound('No such action')
    if (action.state === 'removed') return { kind: 'removed' }
    if (action.revision !== input.revision) return { kind: 'changed', current: action }
    await removeAction(tx, { auditId: audit.id, actionId: action.id, revision: action.revision })
    return { kind: 'removed' }
  })
