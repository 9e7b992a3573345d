/** Gives every open action of somebody who is leaving to somebody else. The words of the actions stay as they are. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { FieldFault } from '../errors.ts'
import { recordEvent } from '../events/record-event.ts'
import { isGranted } from '../people/rules/permissions.ts'
import { findPerson, listRoles } from '../people/store.ts'
import { keepWords } from './keep-words.ts'
import { findAuditOfAction, listOpenActionsOf, updateAction } from './store.ts'

export interface HandOverActionsInput {
  readonly fromId: string
  readonly toId: string
}

/**
 * @returns how many were handed over
 * @throws FieldFault `actionsTo` when whoever takes over is unknown, has left, or holds no role that completes actions
 */
export const handOverActions = (ctx: Context, input: HandOverActionsInput): Promise<number> =>
  inTransaction(ctx, async (tx) => {
    const { fromId, toId } = input
    const owner = await findPerson(tx.db, toId)
    if (!owner || toId === fromId) {
      throw new FieldFault('actionsTo', 'Choose who takes over the actions from the list')
    }
    if (owner.isActive === 0) {
      throw new FieldFault(
        'actionsTo',
        `The account of ${owner.name} is closed. Choose somebody else`
      )
    }
    if (!isGranted(await listRoles(tx.db, toId), 'actions.complete')) {
      throw new FieldFault(
        'actionsTo',
        `${owner.name} has no role that completes actions. Choose somebody else`
      )
    }
    let handedOver = 0
    for (const action of await listOpenActionsOf(tx.db, fromId)) {
      const audit = await findAuditOfAction(tx.db, action.auditId)
      if (!audit) continue
      await keepWords(tx, audit, action)
      if (!(await updateAction(tx.db, action, { ownerId: toId }))) continue
      handedOver += 1
      recordEvent(tx, {
        type: 'action.handed_over',
        subjectId: action.id,
        details: { auditId: action.auditId, fromId, toId },
      })
    }
    return handedOver
  })
