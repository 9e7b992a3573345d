/** The SQL of drafts of alerts: nobody but their writer reads them. */
import { toFlag } from '../db/columns.ts'
import type { Db } from '../db/schema.ts'
import type { AlertKind } from './rules/alert-kind.ts'

export const insertDraft = (
  db: Db,
  draft: {
    readonly id: string
    readonly kind: AlertKind
    readonly isImmediate: boolean
    readonly raisedBy: string
    readonly auditId: string | null
    readonly fields: string
    readonly now: string
  }
) =>
  db
    .insertInto('alert')
    .values({
      id: draft.id,
      number: null,
      state: 'draft',
      kind: draft.kind,
      is_immediate: toFlag(draft.isImmediate),
      raised_by: draft.raisedBy,
      created_at: draft.now,
      saved_at: draft.now,
      audit_id: draft.auditId,
      draft: draft.fields,
    })
    .execute()

/** The newest draft of a person for the same door and audit that holds the same as when it was begun. */
export const findSameDraft = (
  db: Db,
  draft: {
    readonly raisedBy: string
    readonly isImmediate: boolean
    readonly auditId: string | null
    readonly fields: string
  }
) =>
  db
    .selectFrom('alert')
    .where('raised_by', '=', draft.raisedBy)
    .where('state', '=', 'draft')
    .where('is_immediate', '=', toFlag(draft.isImmediate))
    .where('audit_id', draft.auditId === null ? 'is' : '=', draft.auditId)
    .where('draft', '=', draft.fields)
    .select('id')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()

export const updateDraft = (
  db: Db,
  id: string,
  to: { readonly kind: AlertKind; readonly fields: string; readonly now: string }
) =>
  db
    .updateTable('alert')
    .set((eb) => ({
      kind: to.kind,
      draft: to.fields,
      saved_at: to.now,
      revision: eb('revision', '+', 1),
    }))
    .where('id', '=', id)
    .execute()

/** A draft that nobody but its writer has seen. */
export const deleteDraft = (db: Db, id: string) =>
  db.deleteFrom('alert').where('id', '=', id).where('state', '=', 'draft').execute()
