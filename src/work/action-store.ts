/** The SQL of the page of one action, as it was submitted. */
import { isOwnAction, submittedAction, submittedActions } from '../audits/submitted-store.ts'
import type { Db } from '../db/schema.ts'

/** @returns `isOwner` is 1 for its owner; undefined for what was never submitted, or was typed since */
export const findActionPage = (db: Db, id: string, personId: string) => {
  const { itemKey, what, intendedChange, ownerId, dueOn, state } = submittedAction(db)
  return submittedActions(db)
    .leftJoin('person as owner', (join) => join.on('owner.id', '=', ownerId))
    .select([
      'action.id as id',
      'action.audit_id as auditId',
      'action.done_note as doneNote',
      'action.done_at as doneAt',
      'action.done_by as doneBy',
      'action.revision as revision',
      'owner.name as ownerName',
    ])
    .select([
      itemKey.as('itemKey'),
      what.as('what'),
      intendedChange.as('intendedChange'),
      ownerId.as('ownerId'),
      dueOn.as('dueOn'),
      state.as('state'),
    ])
    .select((eb) => eb.case().when(isOwnAction(db, personId)).then(1).else(0).end().as('isOwner'))
    .where('action.id', '=', id)
    .executeTakeFirst()
}
