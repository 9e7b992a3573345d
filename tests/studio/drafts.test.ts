/** A draft from its start to its publication: what is kept, what conflicts, what becomes of it. */
import { expect, test } from 'vitest'
import type { Context } from '../../src/db/transaction.ts'
import { Conflict, FaultyInput, FieldFault, WrongState } from '../../src/errors.ts'
import { publishLibrary } from '../../src/rubrics/publish-library.ts'
import { findRubric, listCurrentRubrics } from '../../src/rubrics/store.ts'
import { listMeanings } from '../../src/rubrics/version-store.ts'
import { addDraftItem } from '../../src/studio/add-draft-item.ts'
import { discardDraft } from '../../src/studio/discard-draft.ts'
import { moveDraftItem } from '../../src/studio/move-draft-item.ts'
import { publishDraft } from '../../src/studio/publish-draft.ts'
import { restoreVersion } from '../../src/studio/restore-version.ts'
import { retireDraftItem } from '../../src/studio/retire-draft-item.ts'
import { draftMark } from '../../src/studio/rules/draft-mark.ts'
import { saveDraftHead } from '../../src/studio/save-draft-head.ts'
import { saveDraftItem } from '../../src/studio/save-draft-item.ts'
import { startDraft } from '../../src/studio/start-draft.ts'
import { stateMeaning } from '../../src/studio/state-meaning.ts'
import { type Draft, findDraft, listOpenDrafts } from '../../src/studio/store.ts'
import { withdrawVersion } from '../../src/studio/withdraw-version.ts'
import { newContext } from '../support/context.ts'
import { wholeLibrary } from '../support/published-rubrics.ts'

const versionId = async (ctx: Context, key: string, version: string): Promise<string> =>
  (await findRubric(ctx.db, key, version))?.id ?? ''

const started = async (key = 'cp_plan') => {
  const ctx = await newContext()
  await publishLibrary(ctx, wholeLibrary())
  const draftId = await startDraft(ctx, {
    from: 'version',
    versionId: await versionId(ctx, key, '1'),
  })
  return { ctx, draftId }
}

const read = async (ctx: Context, draftId: string): Promise<Draft> => {
  const draft = await findDraft(ctx.db, draftId)
  if (!draft) throw new Error('no draft')
  return draft
}

const itemOf = (draft: Draft, key: string) => {
  const item = draft.items.find(({ content }) => content.key === key)
  if (!item) throw new Error(`no ${key}`)
  return item
}

const publish = async (ctx: Context, draftId: string, note = 'Plainer words') =>
  publishDraft(ctx, { draftId, note, mark: draftMark(await read(ctx, draftId)) })

const failure = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (reason: unknown) => reason
  )

test('a draft begins as the version was, and publishing it unchanged makes the next of the council’s', async () => {
  const { ctx, draftId } = await started()
  const draft = await read(ctx, draftId)
  expect(draft.items).toHaveLength(9)
  expect(draft.items.every(({ baseKey, content }) => baseKey === content.key)).toBe(true)
  expect(await publish(ctx, draftId)).toMatchObject({ key: 'cp_plan', version: '1-local.1' })
  const published = await findRubric(ctx.db, 'cp_plan', '1-local.1')
  const first = await findRubric(ctx.db, 'cp_plan', '1')
  expect(published?.rubric.items).toEqual(first?.rubric.items)
  expect(await listOpenDrafts(ctx.db)).toEqual([])
  // Everything went on meaning what it meant.
  const meanings = await listMeanings(ctx.db, [published?.id ?? ''])
  expect(new Set(meanings.map(({ sinceVersionId }) => sinceVersionId))).toEqual(
    new Set([first?.id])
  )
})

test('rounds use the new version; withdrawn, the one before it; brought back, it again', async () => {
  const { ctx, draftId } = await started()
  await publish(ctx, draftId)
  const current = async () =>
    (await listCurrentRubrics(ctx.db)).find(({ key }) => key === 'cp_plan')?.version
  expect(await current()).toBe('1-local.1')
  const version = { key: 'cp_plan', version: '1-local.1' }
  await withdrawVersion(ctx, { ...version, reason: 'A mistake in the second item' })
  expect(await current()).toBe('1')
  expect(await failure(withdrawVersion(ctx, { ...version, reason: 'Again' }))).toBeInstanceOf(
    WrongState
  )
  await restoreVersion(ctx, version)
  expect(await current()).toBe('1-local.1')
  expect(await failure(restoreVersion(ctx, version))).toBeInstanceOf(WrongState)
})

test('the last version of the common questions cannot be withdrawn', async () => {
  const { ctx } = await started()
  const withdrawn = withdrawVersion(ctx, { key: 'common', version: '1', reason: 'Old' })
  expect(await failure(withdrawn)).toBeInstanceOf(WrongState)
  expect((await listCurrentRubrics(ctx.db)).some(({ key }) => key === 'common')).toBe(true)
})

test('one wording kept comparable, one meaning changed, one item new, one retired', async () => {
  const { ctx, draftId } = await started()
  const before = await read(ctx, draftId)
  const clarity = itemOf(before, 'cp.clarity')
  const actions = itemOf(before, 'cp.actions')
  const save = (item: typeof clarity, question: string) =>
    saveDraftItem(ctx, {
      draftId,
      itemId: item.id,
      content: { ...item.content, question },
      revision: item.revision,
    })
  await save(clarity, 'Can parents see what must be different?')
  await save(actions, 'Does each action have a date that was kept?')
  await stateMeaning(ctx, {
    draftId,
    stated: [{ itemId: clarity.id, meaning: 'same', reason: 'Plainer words.' }],
  })
  await retireDraftItem(ctx, {
    draftId,
    itemId: itemOf(before, 'cp.repeat_plan').id,
    isRetired: true,
  })
  const added = await addDraftItem(ctx, { draftId, kind: 'yes_no' })
  const blank = (await read(ctx, draftId)).items.at(-1)
  await saveDraftItem(ctx, {
    draftId,
    itemId: added,
    content: {
      ...(blank?.content ?? clarity.content),
      key: 'cp.written_agreement',
      short: 'Written agreement',
      question: 'Is there a written agreement?',
    },
    revision: 1,
  })
  const { id } = await publish(ctx, draftId)
  const first = await versionId(ctx, 'cp_plan', '1')
  const since = new Map(
    (await listMeanings(ctx.db, [id])).map(({ item, sinceVersionId }) => [item, sinceVersionId])
  )
  expect(since.get('cp.clarity')).toBe(first)
  expect(since.get('cp.actions')).toBe(id)
  expect(since.get('')).toBe(id)
  expect(since.get('cp.visits')).toBe(first)
  expect(since.has('cp.written_agreement')).toBe(false)
  const rubric = (await findRubric(ctx.db, 'cp_plan', '1-local.1'))?.rubric
  expect(rubric?.items.map(({ key }) => key)).not.toContain('cp.repeat_plan')
  expect(rubric?.items.at(-1)?.key).toBe('cp.written_agreement')
})

test('two editors of one item: the second is shown the first, and nothing is overwritten', async () => {
  const { ctx, draftId } = await started()
  const item = itemOf(await read(ctx, draftId), 'cp.clarity')
  const save = (short: string) =>
    saveDraftItem(ctx, {
      draftId,
      itemId: item.id,
      content: { ...item.content, short },
      revision: 1,
    })
  expect(await save('Theirs')).toMatchObject({ kind: 'saved', item: { revision: 2 } })
  expect(await save('Mine')).toMatchObject({ kind: 'conflict', item: { revision: 2 } })
  expect(itemOf(await read(ctx, draftId), 'cp.clarity').content.short).toBe('Theirs')
  // Who sends what stands already has no quarrel.
  expect(await save('Theirs')).toMatchObject({ kind: 'saved', item: { revision: 2 } })
})

test('a published key stays, whatever is sent', async () => {
  const { ctx, draftId } = await started()
  const item = itemOf(await read(ctx, draftId), 'cp.clarity')
  await saveDraftItem(ctx, {
    draftId,
    itemId: item.id,
    content: { ...item.content, key: 'cp.other' },
    revision: 1,
  })
  expect(itemOf(await read(ctx, draftId), 'cp.clarity').revision).toBe(1)
})

test('a page of the head changes its own fields, and conflicts over the head alone', async () => {
  const { ctx, draftId } = await started()
  const head = { title: 'The plan' }
  expect(await saveDraftHead(ctx, { draftId, head, revision: 1 })).toMatchObject({
    kind: 'saved',
    draft: { revision: 2 },
  })
  const rules = { half_weak_caps: 'off' }
  expect(await saveDraftHead(ctx, { draftId, head: { rules }, revision: 1 })).toMatchObject({
    kind: 'conflict',
    draft: { head: { title: 'The plan' } },
  })
})

test('items move among those that are not retired', async () => {
  const { ctx, draftId } = await started()
  const keys = async () =>
    (await read(ctx, draftId)).items.slice(0, 3).map(({ content }) => content.key)
  const [first, second] = (await read(ctx, draftId)).items
  await moveDraftItem(ctx, { draftId, itemId: second?.id ?? '', to: 'up' })
  expect(await keys()).toEqual(['cp.actions', 'cp.clarity', 'cp.child_focus'])
  await moveDraftItem(ctx, { draftId, itemId: second?.id ?? '', to: 'up' })
  expect(await keys()).toEqual(['cp.actions', 'cp.clarity', 'cp.child_focus'])
  await moveDraftItem(ctx, { draftId, itemId: first?.id ?? '', to: 'down' })
  expect(await keys()).toEqual(['cp.actions', 'cp.child_focus', 'cp.clarity'])
})

test('what has faults, no reason or changed meanwhile is not published, and the draft stays open', async () => {
  const { ctx, draftId } = await started()
  const mark = draftMark(await read(ctx, draftId))
  expect(await failure(publishDraft(ctx, { draftId, note: ' ', mark }))).toMatchObject({
    field: 'note',
    message: 'Say what changed and why',
  })
  await addDraftItem(ctx, { draftId, kind: 'grade' })
  expect(await failure(publishDraft(ctx, { draftId, note: 'New', mark }))).toBeInstanceOf(Conflict)
  const faulty = await failure(publish(ctx, draftId))
  expect(faulty).toBeInstanceOf(FaultyInput)
  expect((faulty as FaultyInput).lines[0]).toBe('Give this item a key, such as cp.clarity.')
  expect((await read(ctx, draftId)).state).toBe('open')
  expect(await findRubric(ctx.db, 'cp_plan', '1-local.1')).toBeUndefined()
})

test('a discarded draft and a published one are changed no more', async () => {
  const { ctx, draftId } = await started()
  await discardDraft(ctx, { draftId })
  expect(await failure(addDraftItem(ctx, { draftId, kind: 'grade' }))).toBeInstanceOf(WrongState)
  expect(await failure(discardDraft(ctx, { draftId }))).toBeInstanceOf(WrongState)
})

test('a rubric from nothing needs a key and a title of its own', async () => {
  const { ctx } = await started()
  const blank = (key: string, title: string) =>
    failure(startDraft(ctx, { from: 'blank', key, title }))
  expect(await blank('Private Fostering', 'Private fostering')).toMatchObject({ field: 'key' })
  expect(await blank('cp_plan', 'Another')).toMatchObject({
    field: 'key',
    message: 'There is already a rubric cp_plan. Start a draft from it instead.',
  })
  expect(await blank('other', 'child protection PLAN')).toBeInstanceOf(FieldFault)
  expect(await blank('private_fostering', 'Private fostering')).toBeUndefined()
  expect(await blank('private_fostering', 'Private fostering too')).toMatchObject({
    message: 'There is already a draft with the key private_fostering. Open that one.',
  })
})
