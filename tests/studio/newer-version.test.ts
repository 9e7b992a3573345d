/** What becomes of a draft when another version of its rubric is published meanwhile. */
import { expect, test } from 'vitest'
import type { Context } from '../../src/db/transaction.ts'
import { publishLibrary } from '../../src/rubrics/publish-library.ts'
import { findRubric } from '../../src/rubrics/store.ts'
import { bringInNewer } from '../../src/studio/bring-in-newer.ts'
import { loadCheck } from '../../src/studio/load-check.ts'
import { publishDraft } from '../../src/studio/publish-draft.ts'
import type { DraftItemContent } from '../../src/studio/rules/draft.ts'
import { draftMark } from '../../src/studio/rules/draft-mark.ts'
import { saveDraftItem } from '../../src/studio/save-draft-item.ts'
import { startDraft } from '../../src/studio/start-draft.ts'
import { findDraft } from '../../src/studio/store.ts'
import { newContext } from '../support/context.ts'
import { library } from './draft-specimen.ts'

const read = async (ctx: Context, draftId: string) => {
  const draft = await findDraft(ctx.db, draftId)
  if (!draft) throw new Error('no draft')
  return draft
}

const begin = async (ctx: Context) => {
  const found = await findRubric(ctx.db, 'cp_plan', '1')
  return startDraft(ctx, { from: 'version', versionId: found?.id ?? '' })
}

const change = async (
  ctx: Context,
  draftId: string,
  key: string,
  content: Partial<DraftItemContent>
) => {
  const item = (await read(ctx, draftId)).items.find((one) => one.content.key === key)
  const [itemId, revision] = [item?.id ?? '', item?.revision ?? 0]
  await saveDraftItem(ctx, { draftId, itemId, content, revision })
}

const publish = async (ctx: Context, draftId: string) =>
  publishDraft(ctx, { draftId, note: 'Why', mark: draftMark(await read(ctx, draftId)) })

test('the second of two drafts is told of the first, and the two are brought together', async () => {
  const ctx = await newContext()
  await publishLibrary(ctx, library)
  const [first, second] = [await begin(ctx), await begin(ctx)]
  await change(ctx, first, 'cp.clarity', { question: 'First?' })
  await change(ctx, second, 'cp.visits', { question: 'Second?' })
  await change(ctx, second, 'cp.clarity', { question: 'Both?' })
  expect((await loadCheck(ctx.db, await read(ctx, second))).newer).toBeUndefined()
  await publish(ctx, first)
  const check = await loadCheck(ctx.db, await read(ctx, second))
  expect([check.newer?.version, check.version]).toEqual(['1-local.1', '1-local.2'])

  const together = await bringInNewer(ctx, { draftId: second })
  expect((await read(ctx, second)).state).toBe('discarded')
  const draft = await read(ctx, together)
  const words = (key: string) =>
    draft.items.find(({ content }) => content.key === key)?.content.question
  expect([words('cp.clarity'), words('cp.visits')]).toEqual(['Both?', 'Second?'])
  expect(draft.head.leftOut).toEqual([
    'Clear to parents: version 1-local.1 changed the question too: “First?”. Yours was kept.',
  ])
  expect(await publish(ctx, together)).toMatchObject({ version: '1-local.2' })
})

test('a draft that is open while the library grows is told of its new version', async () => {
  const ctx = await newContext()
  await publishLibrary(ctx, library)
  const draftId = await begin(ctx)
  const entry = library.find(({ rubric }) => rubric.key === 'cp_plan')
  if (!entry) throw new Error('no cp_plan')
  const rubric = { ...entry.rubric, version: '2', source: 'New' }
  await publishLibrary(ctx, [{ ...entry, rubric }])
  const { newer, version } = await loadCheck(ctx.db, await read(ctx, draftId))
  expect([newer?.version, version]).toEqual(['2', '1-local.1'])
})
