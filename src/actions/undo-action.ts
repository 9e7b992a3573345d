/** Its owner takes back that an action is done. The note that was written is kept among the superseded words. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { Conflict, NotFound, NotTheirs, WrongState } from '../errors.ts'
import { recordEvent } from '../events/record-event.ts'
import { keepWords } from './keep-words.ts'
import { isShownToOwner } from './rules/action-state.ts'
import { type Action, findAction, findAuditOfAction, updateAction } from './store.ts'

/**
 * @throws NotTheirs when it is somebody else's, or its audit is not submitted
 * @throws Conflict when it was changed after `revision`; `current` is the {@link Action} as stored
 * @throws WrongState when it is not done
 */
export const undoAction = (
  ctx: Context,
  input: { readonly actionId: string; readonly revision: number }
): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    const action = await findAction(tx.db, input.actionId)
    const audit = action && (await findAuditOfAction(tx.db, action.auditId))
    if (!action || !audit) throw new NotFound('No such action')
    const isOwner = tx.actor.kind !== 'user' || action.ownerId === tx.actor.id
    if (!isOwner || !isShownToOwner(action.state, audit)) throw new NotTheirs('No such action')
    if (action.revision !== input.revision) {
      throw new Conflict<Action>('This action was changed after you opened it.', action)
    }
    if (action.state !== 'done') throw new WrongState('This action is still to be done.')

    await keepWords(tx, audit, action)
    const saved = await updateAction(tx.db, action, {
      state: 'open',
      doneNote: null,
      doneAt: null,
      doneBy: null,
    })
    if (!saved) {
      throw new Conflict<Action>('This action was changed after you opened it.', action)
    }
    recordEvent(tx, {
      type: 'action.undone',
      subjectId: action.id,
      details: { auditId: action.auditId },
    })
  })
