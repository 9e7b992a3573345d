/** Keeps a draft as it is typed. Nothing is wrong with a draft: what is missing is said when it is raised. */
import { toJson } from '../db/columns.ts'
import { type Context, inTransaction } from '../db/transaction.ts'
import { recordEvent } from '../events/record-event.ts'
import { updateDraft } from './draft-store.ts'
import { openAlert } from './open-alert.ts'
import { type AlertKind, isAlertKind } from './rules/alert-kind.ts'
import type { DraftFields } from './rules/draft.ts'

export interface SaveDraftInput {
  readonly alertId: string
  readonly revision: number
  readonly fields: DraftFields
}

/**
 * @returns the revision that the next save builds on
 * @throws Conflict when it was saved elsewhere since; WrongState when it was raised since; as openAlert
 */
export const saveDraft = (ctx: Context, input: SaveDraftInput): Promise<{ revision: number }> =>
  inTransaction(ctx, async (tx) => {
    const { alert } = await openAlert(tx, input.alertId, 'discard')
    const fields = toJson(input.fields)
    if (toJson(alert.draft) === fields) return { revision: alert.revision }
    // Only now: what is the same in both tabs is no conflict.
    await openAlert(tx, input.alertId, 'discard', input.revision)
    const kind: AlertKind = isAlertKind(input.fields.kind) ? input.fields.kind : alert.kind
    await updateDraft(tx.db, alert.id, { kind, fields, now: tx.now })
    const revision = alert.revision + 1
    recordEvent(tx, { type: 'alert.draft_saved', subjectId: alert.id, details: { revision } })
    return { revision }
  })
