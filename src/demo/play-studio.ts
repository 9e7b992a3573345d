/**
 * The council's own version of one rubric, made in the studio some months ago and used by the rounds since, and a draft
 * of another that the QA lead has begun. Both go through the studio's own verbs.
 */
import type { Context } from '../db/transaction.ts'
import { listCurrentRubrics } from '../rubrics/store.ts'
import { addDraftItem } from '../studio/add-draft-item.ts'
import { publishDraft } from '../studio/publish-draft.ts'
import { blankItem, type DraftItemContent } from '../studio/rules/draft.ts'
import { draftMark } from '../studio/rules/draft-mark.ts'
import { saveDraftItem } from '../studio/save-draft-item.ts'
import { startDraft } from '../studio/start-draft.ts'
import { stateMeaning } from '../studio/state-meaning.ts'
import { type Draft, type DraftItem, findDraft } from '../studio/store.ts'
import { personIdOf } from './add-people.ts'
import { addDays, instantOn, lastWeekday } from './rules/days.ts'
import { openDraft, ownVersion } from './rules/own-rubric-words.ts'
import { PROGRAMME_LEAD, rubricOf, type Show } from './show.ts'

/** Days before today: late enough that the imported history knows nothing of it, early enough for four rounds. */
const PUBLISHED_AGO = 235
const BEGUN_AGO = 8

const read = async ({ db }: Context, draftId: string): Promise<Draft> => {
  const draft = await findDraft(db, draftId)
  if (!draft) throw new Error(`no draft ${draftId}`)
  return draft
}

const itemOf = ({ items }: Draft, key: string): DraftItem => {
  const found = items.find(({ content }) => content.key === key)
  if (!found) throw new Error(`the draft has no item ${key}`)
  return found
}

const save = async (
  ctx: Context,
  draftId: string,
  { id: itemId, content, revision }: DraftItem,
  change: Partial<DraftItemContent>
): Promise<void> => {
  await saveDraftItem(ctx, { draftId, itemId, content: { ...content, ...change }, revision })
}

const write = async (ctx: Context, draftId: string): Promise<void> => {
  const { plainer, stricter, added, themeReason } = ownVersion
  const draft = await read(ctx, draftId)
  const [clarity, visits] = [itemOf(draft, plainer.key), itemOf(draft, stricter.key)]
  await save(ctx, draftId, clarity, { question: plainer.question })
  await save(ctx, draftId, visits, {
    guidance: stricter.guidance,
    descriptors: { ...visits.content.descriptors, ...stricter.descriptors },
  })
  const itemId = await addDraftItem(ctx, { draftId, kind: 'yes_no' })
  const content = { ...blankItem, kind: 'yes_no' as const, ...added }
  await saveDraftItem(ctx, { draftId, itemId, content, revision: 1 })
  await stateMeaning(ctx, {
    draftId,
    stated: [
      { itemId: clarity.id, meaning: 'same', reason: plainer.reason },
      { itemId: visits.id, meaning: 'changed', reason: stricter.reason },
    ],
    theme: { meaning: 'same', reason: themeReason },
  })
}

/** @param lastDay the last working day before today */
export const playStudio = (show: Show, lastDay: string): void => {
  const { stage, agenda } = show
  const lead = personIdOf(show.staff, PROGRAMME_LEAD)
  const start = (at: string, key: string) =>
    startDraft(stage.at(at, lead), { from: 'version', versionId: rubricOf(show, key).id })
  const published = lastWeekday(addDays(stage.today, -PUBLISHED_AGO), 2)

  agenda.add(instantOn(addDays(published, -7), 14 * 60), async (at) => {
    const draftId = await start(at, ownVersion.key)
    agenda.add(instantOn(addDays(published, -6), 10 * 60), (then) =>
      write(stage.at(then, lead), draftId)
    )
    agenda.add(instantOn(published, 15 * 60), async (then) => {
      const ctx = stage.at(then, lead)
      const mark = draftMark(await read(ctx, draftId))
      await publishDraft(ctx, { draftId, note: ownVersion.note, mark })
      const own = (await listCurrentRubrics(ctx.db)).find(({ key }) => key === ownVersion.key)
      if (own) show.rubrics.set(own.key, own)
    })
  })
  agenda.add(instantOn(lastWeekday(addDays(lastDay, -BEGUN_AGO), 4), 16 * 60), async (at) => {
    const draftId = await start(at, openDraft.key)
    const ctx = stage.at(at, lead)
    const item = itemOf(await read(ctx, draftId), openDraft.reworded.key)
    await save(ctx, draftId, item, { question: openDraft.reworded.question })
  })
}
