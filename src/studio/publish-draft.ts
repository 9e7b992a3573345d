/** Publishes a draft as the council's next version of its rubric: the same rubric that its page showed, or nothing. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { Conflict, FaultyInput, FieldFault } from '../errors.ts'
import { recordEvent } from '../events/record-event.ts'
import { type Published, publishRubric } from '../rubrics/publish-rubric.ts'
import { type StatedMeaning, themeGradeItem } from '../rubrics/rules/meaning.ts'
import { changedNow } from './changed-now.ts'
import { knownScales, loadCheck } from './load-check.ts'
import { openDraft } from './open-draft.ts'
import { checkDraftFile } from './rules/check-draft.ts'
import { draftMark } from './rules/draft-mark.ts'
import { type Draft, endDraft } from './store.ts'

export interface PublishDraftInput {
  readonly draftId: string
  /** What changed and why; read by auditors and in the list of versions. */
  readonly note: string
  /** The draft-mark of the draft as the publisher saw it. */
  readonly mark: string
}

/**
 * @throws FieldFault `note` when it is empty
 * @throws FaultyInput when the draft has faults; a line for each
 * @throws Conflict when the draft changed after the publisher's page was made
 */
export const publishDraft = (
  ctx: Context,
  input: PublishDraftInput
): Promise<Published & { readonly key: string; readonly version: string }> =>
  inTransaction(ctx, async (tx) => {
    const draft = await openDraft(tx, input.draftId)
    const note = input.note.trim()
    if (note === '') throw new FieldFault('note', 'Say what changed and why')
    if (draftMark(draft) !== input.mark) {
      throw new Conflict('Somebody changed this draft after you opened this page.', draft)
    }
    const { checked, version, active } = await loadCheck(tx.db, draft)
    if (!checked.ok) throw new FaultyInput(checked.faults.map(({ message }) => message))
    const items = active.map(({ content }) => content)
    const { key, head } = draft
    const inFile = checkDraftFile({ key, version, head, items }, knownScales())
    if (inFile.length > 0) throw new FaultyInput(inFile)
    const published = await publishRubric(tx, checked.entry, {
      baseVersionId: draft.baseVersionId ?? undefined,
      note,
      meanings: statedMeanings(draft),
    })
    await endDraft(
      tx.db,
      draft.id,
      { state: 'published', publishedVersionId: published.id },
      changedNow(tx)
    )
    recordEvent(tx, {
      type: 'rubric.draft_published',
      subjectId: draft.id,
      details: { versionId: published.id },
    })
    return { ...published, key: draft.key, version }
  })

/** What the publisher said; what was left to the difference is not in it. */
const statedMeanings = (draft: Draft): ReadonlyMap<string, StatedMeaning> => {
  const said = draft.items.map(({ content, meaning, meaningReason }) => ({
    item: content.key,
    meaning,
    reason: meaningReason,
  }))
  const { themeMeaning, themeReason } = draft.head
  return new Map(
    [...said, { item: themeGradeItem, meaning: themeMeaning, reason: themeReason }].flatMap(
      ({ item, meaning, reason }) => (meaning === '' ? [] : [[item, { meaning, reason }]])
    )
  )
}
