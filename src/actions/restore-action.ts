/** Puts a removed action back into an audit that is being written, as it was. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { NotFound, WrongState } from '../errors.ts'
import { hashOf } from '../events/event-hash.ts'
import { recordEvent } from '../events/record-event.ts'
import { isBeingWritten } from './rules/action-state.ts'
import { findAction, findAuditOfAction, updateAction } from './store.ts'

/** @throws WrongState when the audit is not being written. Putting back what was never taken out does nothing. */
export const restoreAction = (
  ctx: Context,
  input: { readonly auditId: string; readonly actionId: string }
): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    const audit = await findAuditOfAction(tx.db, input.auditId)
    const action = await findAction(tx.db, input.actionId)
    if (!audit || action?.auditId !== audit.id) throw new NotFound('No such action')
    if (!isBeingWritten(audit.state)) {
      throw new WrongState('This audit is not being written, so its actions stay as they are.')
    }
    if (action.state !== 'removed') return
    await updateAction(tx.db, action, { state: 'open' })
    const { itemKey, what, intendedChange, ownerId, dueOn } = action
    recordEvent(tx, {
      type: 'action.saved',
      subjectId: action.id,
      details: {
        auditId: audit.id,
        revision: action.revision + 1,
        hash: hashOf({ itemKey, what, intendedChange, ownerId, dueOn }),
      },
    })
  })
