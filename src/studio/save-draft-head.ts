/** Saves what a draft says about the whole rubric: title, source, whom it is for, its scale and its grading rules. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { recordEvent } from '../events/record-event.ts'
import { changedNow } from './changed-now.ts'
import { openDraft } from './open-draft.ts'
import type { DraftHead } from './rules/draft.ts'
import { type Draft, updateDraftHead } from './store.ts'

export type HeadOutcome = {
  readonly kind: 'saved' | 'conflict'
  /** As it is stored now. */
  readonly draft: Pick<Draft, 'head' | 'revision' | 'changedAt' | 'changedBy'>
}

/**
 * Only the fields given are changed, so that the page of the rules does not undo that of the title.
 * @throws NotFound, WrongState as openDraft
 */
export const saveDraftHead = (
  ctx: Context,
  input: {
    readonly draftId: string
    readonly head: Partial<DraftHead>
    readonly revision: number
  }
): Promise<HeadOutcome> =>
  inTransaction(ctx, async (tx) => {
    const draft = await openDraft(tx, input.draftId)
    const head = { ...draft.head, ...input.head }
    const fields = (Object.keys(head) as (keyof DraftHead)[]).filter(
      (field) => JSON.stringify(head[field]) !== JSON.stringify(draft.head[field])
    )
    if (fields.length === 0) return { kind: 'saved', draft }
    if (draft.revision !== input.revision) return { kind: 'conflict', draft }
    await updateDraftHead(tx.db, draft.id, head, changedNow(tx))
    recordEvent(tx, {
      type: 'rubric.draft_changed',
      subjectId: draft.id,
      details: { itemId: null, fields },
    })
    const saved = { ...draft, head, revision: draft.revision + 1, changedAt: tx.now }
    return { kind: 'saved', draft: saved }
  })
