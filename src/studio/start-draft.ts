/** Starts a draft: from a published version, from a rubric file, from a merge with a later library version, or from nothing. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { FieldFault, NotFound } from '../errors.ts'
import { recordEvent } from '../events/record-event.ts'
import { rubricKeyForm } from '../rubrics/rules/parse-rubric.ts'
import { auditThemeKey, type Rubric } from '../rubrics/rules/rubric.ts'
import { listPublishedRubrics, type PublishedRubric } from '../rubrics/store.ts'
import { changedNow } from './changed-now.ts'
import { blankHead, headOf } from './rules/draft.ts'
import { itemsOf } from './rules/draft-items.ts'
import { mergeRubrics } from './rules/merge-rubrics.ts'
import { countOpenDrafts, insertDraft, insertDraftItems } from './store.ts'

export type StartDraftInput =
  | { readonly from: 'version'; readonly versionId: string }
  /** A sound rubric file; where its rubric is known, it is compared with the version that rounds use. */
  | { readonly from: 'file'; readonly rubric: Rubric; readonly baseVersionId: string | undefined }
  /** A council's version with the changes of a later library version brought in. */
  | { readonly from: 'merge'; readonly versionId: string; readonly libraryVersionId: string }
  | { readonly from: 'blank'; readonly key: string; readonly title: string }

/**
 * @returns the id of the draft
 * @throws FieldFault `key` or `title` for a new rubric whose name is taken or not one
 * @throws NotFound for a version that is not there
 */
export const startDraft = (ctx: Context, input: StartDraftInput): Promise<string> =>
  inTransaction(ctx, async (tx) => {
    const published = await listPublishedRubrics(tx.db)
    const id = tx.ids()
    const changed = changedNow(tx)
    if (input.from === 'blank') {
      const key = input.key.trim()
      const title = input.title.trim()
      checkNewName(published, key, title)
      if ((await countOpenDrafts(tx.db, key)) > 0) {
        throw new FieldFault('key', `There is already a draft with the key ${key}. Open that one.`)
      }
      const head = { ...blankHead, title, source: "The council's own" }
      await insertDraft(
        tx.db,
        { id, key, baseVersionId: null, mergedVersionId: null, head },
        changed
      )
    } else if (input.from === 'merge') {
      const ours = published.find((one) => one.id === input.versionId)
      const theirs = published.find((one) => one.id === input.libraryVersionId)
      if (!ours || !theirs || ours.key !== theirs.key) throw new NotFound('No such rubric')
      const [number] = ours.version.split('-')
      const common = published.find((one) => one.key === ours.key && one.version === number)
      const merged = mergeRubrics((common ?? ours).rubric, ours.rubric, theirs.rubric)
      const head = { ...headOf(merged.rubric), leftOut: merged.leftOut }
      const ids = { baseVersionId: ours.id, mergedVersionId: theirs.id }
      await insertDraft(tx.db, { id, key: ours.key, head, ...ids }, changed)
      await insertDraftItems(tx.db, id, itemsOf(tx.ids, merged.rubric, ours), changed)
    } else {
      const baseId = input.from === 'version' ? input.versionId : input.baseVersionId
      const base = published.find((one) => one.id === baseId)
      const rubric = input.from === 'file' ? input.rubric : base?.rubric
      if (!rubric) throw new NotFound('No such rubric')
      const draft = { id, key: rubric.key, head: headOf(rubric) }
      const baseVersionId = base?.id ?? null
      await insertDraft(tx.db, { ...draft, baseVersionId, mergedVersionId: null }, changed)
      await insertDraftItems(tx.db, id, itemsOf(tx.ids, rubric, base), changed)
    }
    recordEvent(tx, {
      type: 'rubric.draft_started',
      subjectId: id,
      details: { from: input.from, baseVersionId: 'versionId' in input ? input.versionId : null },
    })
    return id
  })

const checkNewName = (published: readonly PublishedRubric[], key: string, title: string) => {
  if (!rubricKeyForm.test(key) || key === auditThemeKey) {
    throw new FieldFault(
      'key',
      'Write the key in lower-case letters, digits and _, beginning with a letter, such as private_fostering'
    )
  }
  if (title === '') throw new FieldFault('title', 'Write the title as a person says it')
  const isTaken = (name: string) =>
    published.some((one) =>
      [one.key, one.title].some((each) => each.toLowerCase() === name.toLowerCase())
    )
  if (isTaken(key)) {
    throw new FieldFault('key', `There is already a rubric ${key}. Start a draft from it instead.`)
  }
  if (isTaken(title)) {
    throw new FieldFault('title', `There is already a rubric called ${title}. Choose another name.`)
  }
}
