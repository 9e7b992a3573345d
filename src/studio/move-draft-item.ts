/** Moves an item of a draft one place up or down among those that are not retired. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { NotFound } from '../errors.ts'
import { recordEvent } from '../events/record-event.ts'
import { changedNow } from './changed-now.ts'
import { openDraft } from './open-draft.ts'
import { placeDraftItems, touchDraft } from './store.ts'

/**
 * At the end of the list nothing happens.
 * @throws NotFound, WrongState as openDraft
 */
export const moveDraftItem = (
  ctx: Context,
  input: { readonly draftId: string; readonly itemId: string; readonly to: 'up' | 'down' }
): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    const draft = await openDraft(tx, input.draftId)
    const active = draft.items.filter(({ isRetired }) => !isRetired)
    const place = active.findIndex(({ id }) => id === input.itemId)
    const item = active[place]
    if (!item) throw new NotFound('No such item')
    const other = active[place + (input.to === 'up' ? -1 : 1)]
    if (!other) return
    await placeDraftItems(tx.db, [
      { id: item.id, position: other.position },
      { id: other.id, position: item.position },
    ])
    await touchDraft(tx.db, draft.id, changedNow(tx))
    recordEvent(tx, {
      type: 'rubric.draft_changed',
      subjectId: draft.id,
      details: { itemId: item.id, fields: ['position'] },
    })
  })
