/** Removes an action from an audit that is being written. The row stays, and its words if they were ever submitted. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { Conflict, NotFound, WrongState } from '../errors.ts'
import { recordEvent } from '../events/record-event.ts'
import { keepWords } from './keep-words.ts'
import { isBeingWritten } from './rules/action-state.ts'
import { type Action, findAction, findAuditOfAction, updateAction } from './store.ts'

/**
 * @throws Conflict when somebody saved after `revision`; `current` is the {@link Action} as stored
 * @throws WrongState when the audit is not being written, or the action is done. Removing twice is no fault.
 */
export const removeAction = (
  ctx: Context,
  input: { readonly auditId: string; readonly actionId: string; readonly revision: number }
): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    const audit = await findAuditOfAction(tx.db, input.auditId)
    const action = await findAction(tx.db, input.actionId)
    if (!audit || action?.auditId !== audit.id) throw new NotFound('No such action')
    if (action.state === 'removed') return
    if (!isBeingWritten(audit.state)) {
      throw new WrongState('This audit is not being written, so its actions stay as they are.')
    }
    if (action.state === 'done') {
      throw new WrongState('This action is done, so it stays on the record.')
    }
    await keepWords(tx, audit, action)
    const at = { id: action.id, revision: input.revision }
    if (!(await updateAction(tx.db, at, { state: 'removed' }))) {
      throw new Conflict<Action>('Somebody else changed this action after you opened it.', action)
    }
    recordEvent(tx, {
      type: 'action.removed',
      subjectId: action.id,
      details: { auditId: audit.id },
    })
  })
