/** Publishes the council's own version of the child protection plan through the studio's verbs, for tests of what follows. */
import type { Context } from '../../src/db/transaction.ts'
import { findRubric } from '../../src/rubrics/store.ts'
import { addDraftItem } from '../../src/studio/add-draft-item.ts'
import { publishDraft } from '../../src/studio/publish-draft.ts'
import { retireDraftItem } from '../../src/studio/retire-draft-item.ts'
import { blankItem } from '../../src/studio/rules/draft.ts'
import { draftMark } from '../../src/studio/rules/draft-mark.ts'
import { saveDraftItem } from '../../src/studio/save-draft-item.ts'
import { startDraft } from '../../src/studio/start-draft.ts'
import { stateMeaning } from '../../src/studio/state-meaning.ts'
import { findDraft } from '../../src/studio/store.ts'

/**
 * Version 1-local.1: `cp.clarity` reworded and said to mean the same, `cp.visits` stricter, `cp.months_on_plan` left out,
 * `cp.plan_given` new.
 * @returns the id of the version
 */
export const publishCouncilVersion = async (ctx: Context): Promise<string> => {
  const versionId = (await findRubric(ctx.db, 'cp_plan', '1'))?.id ?? ''
  const draftId = await startDraft(ctx, { from: 'version', versionId })
  const read = async () => {
    const draft = await findDraft(ctx.db, draftId)
    if (!draft) throw new Error('no draft')
    return draft
  }
  const itemOf = async (key: string) => {
    const item = (await read()).items.find(({ content }) => content.key === key)
    if (!item) throw new Error(`no item ${key}`)
    return item
  }
  const ask = async (key: string, question: string) => {
    const { id: itemId, content, revision } = await itemOf(key)
    await saveDraftItem(ctx, { draftId, itemId, content: { ...content, question }, revision })
    return itemId
  }
  const clarity = await ask('cp.clarity', 'Could a parent tell what has to be different?')
  const visits = await ask('cp.visits', 'Are visits every ten working days, and purposeful?')
  await stateMeaning(ctx, {
    draftId,
    stated: [
      { itemId: clarity, meaning: 'same', reason: 'Plainer words' },
      { itemId: visits, meaning: 'changed', reason: 'Our rate is stricter' },
    ],
  })
  const { id: gone } = await itemOf('cp.months_on_plan')
  await retireDraftItem(ctx, { draftId, itemId: gone, isRetired: true })
  await saveDraftItem(ctx, {
    draftId,
    itemId: await addDraftItem(ctx, { draftId, kind: 'yes_no' }),
    content: {
      ...blankItem,
      kind: 'yes_no',
      key: 'cp.plan_given',
      short: 'Plan given in time',
      question: 'Were the parents given the plan in time?',
      guidance: 'Look for the date on which it was sent.',
    },
    revision: 1,
  })
  const mark = draftMark(await read())
  return (await publishDraft(ctx, { draftId, note: 'After the practice week', mark })).id
}
