/** The SQL of actions: those of one audit, one with what its page says about it, and the words that were replaced. */

import type { AuditState } from '../db/audit-tables.ts'
import { toJson } from '../db/columns.ts'
import type { Db } from '../db/schema.ts'

export interface Action {
  readonly id: string
  readonly auditId: string
  /** The item of the rubric that it answers; null for the case as a whole. */
  readonly itemKey: string | null
  readonly what: string
  readonly intendedChange: string
  readonly ownerId: string | null
  /** London date. */
  readonly dueOn: string | null
  readonly state: 'open' | 'done' | 'removed'
  readonly doneNote: string | null
  readonly doneAt: string | null
  readonly doneBy: string | null
  readonly revision: number
}

const actionColumns = [
  'action.id as id',
  'action.audit_id as auditId',
  'action.item_key as itemKey',
  'action.what as what',
  'action.intended_change as intendedChange',
  'action.owner_id as ownerId',
  'action.due_on as dueOn',
  'action.state as state',
  'action.done_note as doneNote',
  'action.done_at as doneAt',
  'action.done_by as doneBy',
  'action.revision as revision',
] as const

export const findAction = (db: Db, id: string): Promise<Action | undefined> =>
  db.selectFrom('action').select(actionColumns).where('id', '=', id).executeTakeFirst()

/** Those of one audit in the order in which they were written, removed ones left out, with the owner's name. */
export const listActionsOfAudit = (
  db: Db,
  auditId: string
): Promise<(Action & { ownerName: string | null })[]> =>
  db
    .selectFrom('action')
    .leftJoin('person as owner', 'owner.id', 'action.owner_id')
    .select([...actionColumns, 'owner.name as ownerName'])
    .where('action.audit_id', '=', auditId)
    .where('action.state', '<>', 'removed')
    .orderBy('action.created_at')
    .orderBy('action.id')
    .execute()

export const insertAction = (
  db: Db,
  row: Pick<
    Action,
    'id' | 'auditId' | 'itemKey' | 'what' | 'intendedChange' | 'ownerId' | 'dueOn'
  > & {
    now: string
    createdBy: string | null
  }
) =>
  db
    .insertInto('action')
    .values({
      id: row.id,
      audit_id: row.auditId,
      item_key: row.itemKey,
      what: row.what,
      intended_change: row.intendedChange,
      owner_id: row.ownerId,
      due_on: row.dueOn,
      state: 'open',
      created_at: row.now,
      created_by: row.createdBy,
    })
    .execute()

/**
 * Changes a row that still has the revision it was read with.
 * @returns false when somebody else was first; nothing was changed then
 */
export const updateAction = async (
  db: Db,
  at: { readonly id: string; readonly revision: number },
  change: Partial<Pick<Action, 'itemKey' | 'what' | 'intendedChange' | 'ownerId' | 'dueOn'>> &
    Partial<Pick<Action, 'state' | 'doneNote' | 'doneAt' | 'doneBy'>>
): Promise<boolean> => {
  const result = await db
    .updateTable('action')
    .set({
      ...('itemKey' in change ? { item_key: change.itemKey } : {}),
      ...('what' in change ? { what: change.what } : {}),
      ...('intendedChange' in change ? { intended_change: change.intendedChange } : {}),
      ...('ownerId' in change ? { owner_id: change.ownerId } : {}),
      ...('dueOn' in change ? { due_on: change.dueOn } : {}),
      ...('state' in change ? { state: change.state } : {}),
      ...('doneNote' in change ? { done_note: change.doneNote } : {}),
      ...('doneAt' in change ? { done_at: change.doneAt } : {}),
      ...('doneBy' in change ? { done_by: change.doneBy } : {}),
      revision: at.revision + 1,
    })
    .where('id', '=', at.id)
    .where('revision', '=', at.revision)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** What deciding about an action has to know of its audit. */
export interface AuditOfAction {
  readonly id: string
  readonly state: AuditState
  readonly auditorId: string | null
  readonly firstSubmittedAt: string | null
}

export const findAuditOfAction = (db: Db, auditId: string): Promise<AuditOfAction | undefined> =>
  db
    .selectFrom('audit')
    .select(['id', 'state', 'auditor_id as auditorId', 'first_submitted_at as firstSubmittedAt'])
    .where('id', '=', auditId)
    .where('superseded_at', 'is', null)
    .executeTakeFirst()

/** Keeps the words as they stood once they have been submitted. */
export const insertSupersededAction = (
  db: Db,
  kept: { id: string; action: Action; now: string; by: string | null }
) =>
  db
    .insertInto('superseded_words')
    .values({
      id: kept.id,
      audit_id: kept.action.auditId,
      subject: `action:${kept.action.id}`,
      revision: kept.action.revision,
      content: toJson(kept.action),
      superseded_at: kept.now,
      superseded_by: kept.by,
    })
    .execute()

/** Open actions of the audit are nobody's to do any more. @returns their ids and owners */
export const removeOpenActions = (db: Db, auditId: string) =>
  db
    .updateTable('action')
    .set((eb) => ({ state: 'removed' as const, revision: eb('revision', '+', 1) }))
    .where('audit_id', '=', auditId)
    .where('state', '=', 'open')
    .returning(['id', 'owner_id as ownerId'])
    .execute()

/** The open actions that a person owns; those of audits that no longer count left out. */
export const listOpenActionsOf = (db: Db, ownerId: string): Promise<Action[]> =>
  db
    .selectFrom('action')
    .innerJoin('audit', 'audit.id', 'action.audit_id')
    .select(actionColumns)
    .where('action.owner_id', '=', ownerId)
    .where('action.state', '=', 'open')
    .where('audit.superseded_at', 'is', null)
    .orderBy('action.id')
    .execute()
