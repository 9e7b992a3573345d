/** Adds an empty item at the end of a draft. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { recordEvent } from '../events/record-event.ts'
import { changedNow } from './changed-now.ts'
import { openDraft } from './open-draft.ts'
import { blankItem, type DraftItemContent } from './rules/draft.ts'
import { insertDraftItems, touchDraft } from './store.ts'

/**
 * @returns the id of the item
 * @throws NotFound, WrongState as openDraft
 */
export const addDraftItem = (
  ctx: Context,
  input: { readonly draftId: string; readonly kind: DraftItemContent['kind'] }
): Promise<string> =>
  inTransaction(ctx, async (tx) => {
    const draft = await openDraft(tx, input.draftId)
    const id = tx.ids()
    const changed = changedNow(tx)
    const position = (draft.items.at(-1)?.position ?? -1) + 1
    const content = { ...blankItem, kind: input.kind }
    await insertDraftItems(tx.db, draft.id, [{ id, position, baseKey: null, content }], changed)
    await touchDraft(tx.db, draft.id, changed)
    recordEvent(tx, {
      type: 'rubric.draft_changed',
      subjectId: draft.id,
      details: { itemId: id, fields: ['added'] },
    })
    return id
  })
