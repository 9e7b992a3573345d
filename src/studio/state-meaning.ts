/** The publisher says of items and of the theme's grade whether they go on measuring what they measured, and why. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { NotFound } from '../errors.ts'
import { recordEvent } from '../events/record-event.ts'
import { changedNow } from './changed-now.ts'
import { openDraft } from './open-draft.ts'
import type { StatedByPublisher } from './rules/draft.ts'
import { touchDraft, updateDraftHead, updateDraftItem } from './store.ts'

export interface StatedItem {
  readonly itemId: string
  readonly meaning: StatedByPublisher
  readonly reason: string
}

/**
 * Items that say what they said before are left as they are.
 * @throws NotFound, WrongState as openDraft
 */
export const stateMeaning = (
  ctx: Context,
  input: {
    readonly draftId: string
    readonly stated: readonly StatedItem[]
    readonly theme?: Omit<StatedItem, 'itemId'> | undefined
  }
): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    const draft = await openDraft(tx, input.draftId)
    const changed = changedNow(tx)
    const { theme } = input
    const { themeMeaning, themeReason } = draft.head
    if (theme && (theme.meaning !== themeMeaning || theme.reason !== themeReason)) {
      const head = { ...draft.head, themeMeaning: theme.meaning, themeReason: theme.reason }
      await updateDraftHead(tx.db, draft.id, head, changed)
      recordEvent(tx, {
        type: 'rubric.draft_changed',
        subjectId: draft.id,
        details: { itemId: null, fields: ['themeMeaning'] },
      })
    }
    for (const { itemId, meaning, reason } of input.stated) {
      const item = draft.items.find(({ id }) => id === itemId)
      if (!item) throw new NotFound('No such item')
      if (item.meaning === meaning && item.meaningReason === reason) continue
      await updateDraftItem(tx.db, item.id, { meaning, meaningReason: reason }, changed)
      await touchDraft(tx.db, draft.id, changed)
      recordEvent(tx, {
        type: 'rubric.draft_changed',
        subjectId: draft.id,
        details: { itemId: item.id, fields: ['meaning'] },
      })
    }
  })
