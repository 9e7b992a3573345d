/** Puts a draft aside for good. Its words stay stored; nobody can change or publish it any more. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { recordEvent } from '../events/record-event.ts'
import { changedNow } from './changed-now.ts'
import { openDraft } from './open-draft.ts'
import { endDraft } from './store.ts'

/** @throws NotFound, WrongState as openDraft */
export const discardDraft = (ctx: Context, input: { readonly draftId: string }): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    const draft = await openDraft(tx, input.draftId)
    await endDraft(
      tx.db,
      draft.id,
      { state: 'discarded', publishedVersionId: null },
      changedNow(tx)
    )
    recordEvent(tx, { type: 'rubric.draft_discarded', subjectId: draft.id, details: {} })
  })
