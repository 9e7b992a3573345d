/** Publishing: once, the same for ever, and never against what is published already. */
import { expect, test } from 'vitest'
import { FaultyInput } from '../../src/errors.ts'
import { publishLibrary } from '../../src/rubrics/publish-library.ts'
import { publishRubric } from '../../src/rubrics/publish-rubric.ts'
import { readLibrary } from '../../src/rubrics/read-rubric-files.ts'
import { faultLine } from '../../src/rubrics/rules/fault.ts'
import { parseRubric } from '../../src/rubrics/rules/parse-rubric.ts'
import {
  findRubric,
  getRubrics,
  listCurrentRubrics,
  listRubricVersions,
} from '../../src/rubrics/store.ts'
import { NOW, newContext } from '../support/context.ts'
import { damaged, fourGradeScales, parsedRubric, soundFile } from './rubric-files.ts'

const entry = (content: string, file = 'rubrics/tea/1.yaml') => {
  const parsed = parseRubric(file, content, { scales: fourGradeScales() })
  if (!parsed.ok) throw new Error(parsed.faults.map(faultLine).join('\n'))
  return { file, rubric: parsed.rubric, lines: parsed.lines }
}

const versionOf = (version: string) =>
  entry(damaged(['version: 1', `version: ${version}`]), `rubrics/tea/${version}.yaml`)

const linesOf = async (work: Promise<unknown>): Promise<readonly string[]> => {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason
  )
  if (!(error instanceof FaultyInput)) throw new Error(`no faults, but ${String(error)}`)
  return error.lines
}

const rowsAndEvents = async (db: Awaited<ReturnType<typeof newContext>>['db']) => ({
  versions: (await listRubricVersions(db)).map((each) => `${each.key} ${each.version}`),
  events: (await db.selectFrom('event').select(['type', 'details']).orderBy('number').execute())
    .filter((event) => event.type === 'rubric.published')
    .map((event) => JSON.parse(event.details)),
})

test('a version is stored with its identity, and an event says so', async () => {
  const ctx = await newContext()
  const published = await publishRubric(ctx, entry(soundFile))
  const row = await ctx.db.selectFrom('rubric_version').selectAll().executeTakeFirstOrThrow()
  expect(published).toEqual({ id: row.id, isNew: true })
  expect(row).toMatchObject({
    rubric_key: 'tea',
    version: '1',
    title: 'Tea',
    judgement: 'leadership',
    scale: 'four_grade',
    // Written down, since a change here would make every database refuse its library.
    content_hash: '66810bd830fde5eebf84274e35e01f74c1361afde40c5c7f200f80ba5bd85600',
    published_at: NOW,
    published_by: null,
  })
  expect((await rowsAndEvents(ctx.db)).events).toEqual([
    { key: 'tea', version: '1', hash: row.content_hash },
  ])
  const [stored] = await getRubrics(ctx.db, [row.id])
  expect(stored?.rubric).toEqual(parsedRubric(soundFile))
  expect((await findRubric(ctx.db, 'tea', '1'))?.id).toBe(row.id)
  expect(await findRubric(ctx.db, 'tea', '2')).toBeUndefined()
})

test('the same content again changes nothing, whatever its comments and spacing', async () => {
  const ctx = await newContext()
  const { id } = await publishRubric(ctx, entry(soundFile))
  const before = await rowsAndEvents(ctx.db)
  const again = entry(damaged(['title: Tea', 'title:   "Tea" # hot']))
  expect(await publishRubric(ctx, again)).toEqual({ id, isNew: false })
  expect(await rowsAndEvents(ctx.db)).toEqual(before)
})

test('the same version with other content is refused in words, and nothing is stored', async () => {
  const ctx = await newContext()
  await publishRubric(ctx, entry(soundFile))
  await publishRubric(ctx, versionOf('2'))
  const before = await ctx.db.selectFrom('rubric_version').selectAll().orderBy('id').execute()
  expect(await linesOf(publishRubric(ctx, entry(damaged(['It is cold', 'It is icy']))))).toEqual([
    'rubrics/tea/1.yaml:1: tea 1 is already published with other content, and a published version never changes; put the file back as it was, and save the new content as version 3 in tea/3.yaml',
  ])
  expect(await ctx.db.selectFrom('rubric_version').selectAll().orderBy('id').execute()).toEqual(
    before
  )
  expect((await rowsAndEvents(ctx.db)).events).toHaveLength(2)
})

test('an item key that a published rubric has is refused', async () => {
  const ctx = await newContext()
  await publishRubric(ctx, entry(soundFile))
  const other = entry(
    damaged(['key: tea\n', 'key: coffee\n'], ['title: Tea', 'title: Coffee']),
    'rubrics/coffee/1.yaml'
  )
  const lines = await linesOf(publishRubric(ctx, other))
  expect(lines).toHaveLength(4)
  expect(lines[0]).toBe(
    'rubrics/coffee/1.yaml:10: the item key "tea.hot" is already used in the published tea 1; a key belongs to one rubric, so choose another'
  )
  expect((await rowsAndEvents(ctx.db)).versions).toEqual(['tea 1'])
})

test('a published version can be neither changed nor deleted, even by SQL', async () => {
  const ctx = await newContext()
  await publishRubric(ctx, entry(soundFile))
  const before = await ctx.db.selectFrom('rubric_version').selectAll().execute()
  await expect(
    ctx.db.updateTable('rubric_version').set({ content: '{}' }).execute()
  ).rejects.toThrow('a published rubric version is never changed')
  await expect(ctx.db.deleteFrom('rubric_version').execute()).rejects.toThrow(
    'a published rubric version is never changed'
  )
  expect(await ctx.db.selectFrom('rubric_version').selectAll().execute()).toEqual(before)
})

test('versions are listed in their order, and rounds use the council’s before the library’s', async () => {
  const ctx = await newContext()
  for (const version of ['10', '2', '1-local.2', '1', '1-local.10']) {
    await publishRubric(ctx, versionOf(version))
  }
  expect((await rowsAndEvents(ctx.db)).versions).toEqual([
    'tea 1',
    'tea 1-local.2',
    'tea 1-local.10',
    'tea 2',
    'tea 10',
  ])
  expect((await listCurrentRubrics(ctx.db)).map((each) => each.version)).toEqual(['1-local.10'])
})

test('several are read at once, in the order asked for', async () => {
  const ctx = await newContext()
  const one = await publishRubric(ctx, versionOf('1'))
  const two = await publishRubric(ctx, versionOf('2'))
  const found = await getRubrics(ctx.db, [two.id, one.id, two.id])
  expect(found.map((each) => each.version)).toEqual(['2', '1', '2'])
  await expect(getRubrics(ctx.db, ['nobody'])).rejects.toThrow('no rubric version nobody')
})

test('the library is published once, in order, and again without effect', async () => {
  const ctx = await newContext()
  const library = readLibrary()
  const published = await publishLibrary(ctx, library)
  expect(published).toEqual(library)
  const after = await rowsAndEvents(ctx.db)
  expect(after.versions).toEqual(
    expect.arrayContaining(['care_plan 1', 'cin_plan 1', 'common 1', 'cp_plan 1', 'voice 1'])
  )
  expect(after.events).toHaveLength(library.length)
  expect(await publishLibrary(ctx, library)).toEqual([])
  expect(await rowsAndEvents(ctx.db)).toEqual(after)
})

test('two servers that start at once publish the library once', async () => {
  const ctx = await newContext()
  const library = readLibrary()
  const published = await Promise.all([publishLibrary(ctx, library), publishLibrary(ctx, library)])
  expect(published.map((each) => each.length).sort((a, b) => a - b)).toEqual([0, library.length])
  expect((await rowsAndEvents(ctx.db)).events).toHaveLength(library.length)
})

test('a library with one changed version publishes nothing', async () => {
  const ctx = await newContext()
  await publishRubric(ctx, entry(soundFile))
  const changed = entry(damaged(['It is cold', 'It is icy']))
  expect(
    await linesOf(publishLibrary(ctx, [versionOf('2'), changed, versionOf('3')]))
  ).toHaveLength(1)
  expect(await rowsAndEvents(ctx.db)).toMatchObject({
    versions: ['tea 1'],
    events: [{ key: 'tea' }],
  })
})
