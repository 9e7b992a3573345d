/**
 * Two drafts of one rubric, or a draft and a file: when another version is published meanwhile, what is written in the
 * draft is brought together with it in a new draft, and the old draft is put aside.
 */
import { type Context, inTransaction } from '../db/transaction.ts'
import { NotFound, WrongState } from '../errors.ts'
import { recordEvent } from '../events/record-event.ts'
import { changedNow } from './changed-now.ts'
import { loadCheck } from './load-check.ts'
import { openDraft } from './open-draft.ts'
import { headOf } from './rules/draft.ts'
import { itemsOf } from './rules/draft-items.ts'
import { mergeRubrics } from './rules/merge-rubrics.ts'
import { endDraft, insertDraft, insertDraftItems } from './store.ts'

/**
 * @returns the id of the new draft
 * @throws NotFound when nothing was published since
 * @throws WrongState while the draft has faults, or as openDraft
 */
export const bringInNewer = (ctx: Context, input: { readonly draftId: string }): Promise<string> =>
  inTransaction(ctx, async (tx) => {
    const draft = await openDraft(tx, input.draftId)
    const { base, newer, checked } = await loadCheck(tx.db, draft)
    if (!base || !newer) throw new NotFound('No later version')
    if (!checked.ok) {
      throw new WrongState(
        'Put right what stands in the way of publishing this draft first. Then the later version can be brought in.'
      )
    }
    const whose = `version ${newer.version}`
    const merged = mergeRubrics(base.rubric, checked.rubric, newer.rubric, whose)
    const id = tx.ids()
    const changed = changedNow(tx)
    const head = { ...headOf(merged.rubric), leftOut: merged.leftOut }
    const { key } = draft
    const ids = { baseVersionId: newer.id, mergedVersionId: draft.mergedVersionId }
    await insertDraft(tx.db, { id, key, head, ...ids }, changed)
    await insertDraftItems(tx.db, id, itemsOf(tx.ids, merged.rubric, newer), changed)
    const details = { from: 'merge' as const, baseVersionId: newer.id }
    recordEvent(tx, { type: 'rubric.draft_started', subjectId: id, details })
    await endDraft(tx.db, draft.id, { state: 'discarded', publishedVersionId: null }, changed)
    recordEvent(tx, { type: 'rubric.draft_discarded', subjectId: draft.id, details: {} })
    return id
  })
