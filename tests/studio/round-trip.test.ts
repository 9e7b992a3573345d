/** What the studio publishes can leave as a file, pass the command line's checks elsewhere, and come in again. */
import { expect, test } from 'vitest'
import { publishLibrary } from '../../src/rubrics/publish-library.ts'
import { parseRubric } from '../../src/rubrics/rules/parse-rubric.ts'
import { canonicalRubric } from '../../src/rubrics/rules/rubric-identity.ts'
import { findRubric } from '../../src/rubrics/store.ts'
import { addDraftItem } from '../../src/studio/add-draft-item.ts'
import { publishDraft } from '../../src/studio/publish-draft.ts'
import { draftMark } from '../../src/studio/rules/draft-mark.ts'
import { saveDraftHead } from '../../src/studio/save-draft-head.ts'
import { saveDraftItem } from '../../src/studio/save-draft-item.ts'
import { startDraft } from '../../src/studio/start-draft.ts'
import { findDraft, listOpenDrafts } from '../../src/studio/store.ts'
import { sendFile } from '../support/upload.ts'
import { newWorld, type World } from '../support/world.ts'
import { library, scales } from './draft-specimen.ts'

const publish = async (world: World, draftId: string) => {
  const draft = await findDraft(world.db, draftId)
  if (!draft) throw new Error('no draft')
  const version = { draftId, note: 'Why', mark: draftMark(draft) }
  return publishDraft(world.context(), version)
}

const written = async (world: World, scale: string) => {
  const ctx = world.context()
  const key = `own_${scale}`
  const draftId = await startDraft(ctx, { from: 'blank', key, title: `Our own: ${scale}` })
  const head = { scale, judgement: 'leadership', ageFrom: '3', flags: 'missing, exploitation' }
  await saveDraftHead(ctx, { draftId, head, revision: 1 })
  const item = async (kind: 'grade' | 'category', content: object) => {
    const itemId = await addDraftItem(ctx, { draftId, kind })
    await saveDraftItem(ctx, { draftId, itemId, content, revision: 1 })
  }
  const values = scales.get(scale)?.values ?? []
  await item('grade', {
    key: 'own.first',
    short: 'Yes: "no" & \'maybe\'',
    question: '- Is it # {so}? 1.0',
    descriptors: Object.fromEntries(values.map(({ key: grade }) => [grade, `*What ${grade} is`])),
  })
  await item('category', {
    key: 'own.second',
    short: 'No',
    question: 'Which?',
    isMultiple: true,
    choices: [
      { key: 'yes', label: 'on' },
      { key: '1', label: '~' },
    ],
    showsWhenItem: 'own.first',
    showsWhenIs: [values.at(-1)?.key ?? ''],
  })
  return publish(world, draftId)
}

test.each([...scales.keys()])('on the scale %s', async (scale) => {
  const [here, there] = [await newWorld(), await newWorld()]
  const { key, version } = await written(here, scale)
  const { cookie } = await here.as('qa_lead')
  const answer = await here.app.request(`/rubrics/${key}/${version}/file`, { headers: { cookie } })
  const content = await answer.text()
  const parsed = parseRubric(`rubrics/${key}/${version}.yaml`, content, { scales })
  expect(parsed.ok ? [] : parsed.faults).toEqual([])

  await publishLibrary(there.context(), library)
  await sendFile(there, await there.as('qa_lead'), '/studio/new/file', { name: 'x.yaml', content })
  const [draft] = await listOpenDrafts(there.db)
  const published = await publish(there, draft?.id ?? '')
  const [ours, theirs] = [
    await findRubric(here.db, key, version),
    await findRubric(there.db, published.key, published.version),
  ]
  if (!ours || !theirs) throw new Error('not published')
  expect(canonicalRubric({ ...theirs.rubric, version })).toBe(canonicalRubric(ours.rubric))
})
