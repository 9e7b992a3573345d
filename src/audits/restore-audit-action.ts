/** Puts an action back that was taken out of an audit at work: the same one, with the words it had. */
import { restoreAction } from '../actions/restore-action.ts'
import { findAction } from '../actions/store.ts'
import { type Context, inTransaction } from '../db/transaction.ts'
import { NotFound } from '../errors.ts'
import { openWork } from './open-work.ts'

/** @throws NotFound when it is not of this audit; NotTheirs and WrongState as openWork */
export const restoreAuditAction = (
  ctx: Context,
  input: { readonly auditId: string; readonly actionId: string }
): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    const { audit } = await openWork(tx, input.auditId, 'save')
    const action = await findAction(tx.db, input.actionId)
    if (action?.auditId !== audit.id) throw new NotFound('No such action')
    await restoreAction(tx, { auditId: audit.id, actionId: action.id })
  })
