/** Takes an action out of an audit at work. */
import { removeAction } from '../actions/remove-action.ts'
import { findAction } from '../actions/store.ts'
import { type Context, inTransaction } from '../db/transaction.ts'
import { NotFound } from '../errors.ts'
import { openWork } from './open-work.ts'

/** @throws NotFound when it is not of this audit; WrongState when it is done; NotTheirs and WrongState as openWork */
export const removeAuditAction = (
  ctx: Context,
  input: { readonly auditId: string; readonly actionId: string }
): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    const { audit } = await openWork(tx, input.auditId, 'save')
    const action = await findAction(tx.db, input.actionId)
    if (action?.auditId !== audit.id) throw new NotFound('No such action')
    await removeAction(tx, {
      auditId: audit.id,
      actionId: action.id,
      // Removing keeps every word and can be taken back, so it does not ask which revision was seen.
      revision: action.revision,
    })
  })
