/** Its owner says that an action is done, and what came of it. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { Conflict, FieldFault, NotFound, NotTheirs, WrongState } from '../errors.ts'
import { hashOf } from '../events/event-hash.ts'
import { recordEvent } from '../events/record-event.ts'
import { NOTE_LIMIT, tooLongFor } from './rules/action-limits.ts'
import { isShownToOwner } from './rules/action-state.ts'
import { type Action, findAction, findAuditOfAction, updateAction } from './store.ts'

export interface CompleteActionInput {
  readonly actionId: string
  readonly revision: number
  readonly note: string
}

/**
 * @throws NotTheirs when it is somebody else's, or its audit has not been submitted
 * @throws Conflict when it was changed after `revision`; `current` is the {@link Action} as stored
 * @throws FieldFault `note` when there is none, or it is too long
 * @throws WrongState when it is done already
 */
export const completeAction = (ctx: Context, input: CompleteActionInput): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    const action = await findAction(tx.db, input.actionId)
    const audit = action && (await findAuditOfAction(tx.db, action.auditId))
    if (!action || !audit) throw new NotFound('No such action')
    const isOwner = tx.actor.kind !== 'user' || action.ownerId === tx.actor.id
    if (!isOwner || !isShownToOwner(action.state, audit)) throw new NotTheirs('No such action')
    if (action.revision !== input.revision) {
      throw new Conflict<Action>('This action was changed after you opened it.', action)
    }
    if (action.state === 'done') throw new WrongState('This action is already done.')
    const note = input.note.trim()
    if (note === '') throw new FieldFault('note', 'Say what was done, and what came of it')
    const tooLong = tooLongFor(NOTE_LIMIT, note)
    if (tooLong) throw new FieldFault('note', tooLong)

    const saved = await updateAction(tx.db, action, {
      state: 'done',
      doneNote: note,
      doneAt: tx.now,
      doneBy: tx.actor.kind === 'user' ? tx.actor.id : null,
    })
    if (!saved) {
      throw new Conflict<Action>('This action was changed after you opened it.', action)
    }
    recordEvent(tx, {
      type: 'action.done',
      subjectId: action.id,
      details: { auditId: action.auditId, hash: hashOf(note) },
    })
  })
