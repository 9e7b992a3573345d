/** Saves one item of a draft as typed, finished or not; two editors of one item are told of each other. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { NotFound } from '../errors.ts'
import { recordEvent } from '../events/record-event.ts'
import { changedNow } from './changed-now.ts'
import { openDraft } from './open-draft.ts'
import type { DraftItemContent } from './rules/draft.ts'
import { type DraftItem, touchDraft, updateDraftItem } from './store.ts'

export type ItemOutcome =
  | {
      readonly kind: 'saved'
      readonly item: DraftItem
      readonly fields: readonly (keyof DraftItemContent)[]
    }
  /** Somebody saved after `revision`; nothing was stored. */
  | { readonly kind: 'conflict'; readonly item: DraftItem }

export interface SaveDraftItemInput {
  readonly draftId: string
  readonly itemId: string
  /** What is left out stays as it is. */
  readonly content: Partial<DraftItemContent>
  readonly revision: number
}

/**
 * The key of an item that was published stays what it is, whatever was sent.
 * @throws NotFound, WrongState as openDraft
 */
export const saveDraftItem = (ctx: Context, input: SaveDraftItemInput): Promise<ItemOutcome> =>
  inTransaction(ctx, async (tx) => {
    const draft = await openDraft(tx, input.draftId)
    const item = draft.items.find(({ id }) => id === input.itemId)
    if (!item) throw new NotFound('No such item')
    const before = item.content
    const key = item.baseKey ?? input.content.key ?? before.key
    const content = { ...before, ...input.content, key }
    const fields = (Object.keys(content) as (keyof DraftItemContent)[]).filter(
      (field) => JSON.stringify(content[field]) !== JSON.stringify(before[field])
    )
    if (fields.length === 0) return { kind: 'saved', item, fields }
    if (item.revision !== input.revision) return { kind: 'conflict', item }
    const changed = changedNow(tx)
    await updateDraftItem(tx.db, item.id, { content }, changed)
    await touchDraft(tx.db, draft.id, changed)
    recordEvent(tx, {
      type: 'rubric.draft_changed',
      subjectId: draft.id,
      details: { itemId: item.id, fields },
    })
    const saved = { ...item, content, revision: item.revision + 1, changedAt: tx.now }
    return { kind: 'saved', item: saved, fields }
  })
