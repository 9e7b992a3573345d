/** Throws a draft away that nobody but its writer has seen. What was raised is withdrawn and never removed. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { recordEvent } from '../events/record-event.ts'
import { deleteDraft } from './draft-store.ts'
import { unlinkChecks } from './midway-store.ts'
import { openAlert } from './open-alert.ts'

/** @throws as openAlert */
export const discardDraft = (ctx: Context, input: { readonly alertId: string }): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    const { alert } = await openAlert(tx, input.alertId, 'discard')
    await unlinkChecks(tx.db, alert.id)
    await deleteDraft(tx.db, alert.id)
    recordEvent(tx, { type: 'alert.draft_discarded', subjectId: alert.id, details: {} })
  })
