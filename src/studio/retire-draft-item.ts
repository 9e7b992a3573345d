/** Retires an item from the next version, or takes that back. An item that was never published just goes. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { NotFound } from '../errors.ts'
import { recordEvent } from '../events/record-event.ts'
import { changedNow } from './changed-now.ts'
import { openDraft } from './open-draft.ts'
import { deleteDraftItem, touchDraft, updateDraftItem } from './store.ts'

/** @throws NotFound, WrongState as openDraft */
export const retireDraftItem = (
  ctx: Context,
  input: { readonly draftId: string; readonly itemId: string; readonly isRetired: boolean }
): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    const draft = await openDraft(tx, input.draftId)
    const item = draft.items.find(({ id }) => id === input.itemId)
    if (!item) throw new NotFound('No such item')
    if (item.isRetired === input.isRetired) return
    const changed = changedNow(tx)
    if (item.baseKey === null) await deleteDraftItem(tx.db, item.id)
    else await updateDraftItem(tx.db, item.id, { isRetired: input.isRetired }, changed)
    await touchDraft(tx.db, draft.id, changed)
    recordEvent(tx, {
      type: 'rubric.draft_changed',
      subjectId: draft.id,
      details: { itemId: item.id, fields: [item.baseKey === null ? 'removed' : 'isRetired'] },
    })
  })
