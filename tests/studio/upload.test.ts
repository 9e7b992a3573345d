/** Rubric files in the browser: each is taken whole as a draft, or refused with its line, and nothing is started. */
import { expect, test } from 'vitest'
import { rubricFields, rubricYaml } from '../../src/rubrics/rules/rubric-fields.ts'
import { listOpenDrafts } from '../../src/studio/store.ts'
import { withdrawVersion } from '../../src/studio/withdraw-version.ts'
import { sendFile } from '../support/upload.ts'
import { newWorld } from '../support/world.ts'
import { library } from './draft-specimen.ts'

const sound = (key = 'cp_plan', change: (text: string) => string = (text) => text): string => {
  const rubric = library.find((entry) => entry.rubric.key === key)?.rubric
  if (!rubric) throw new Error(`no ${key}`)
  return change(rubricYaml(rubricFields(rubric)))
}

const send = async (content: string | Uint8Array<ArrayBuffer>, name = 'mine.yaml') => {
  const world = await newWorld()
  const file = { name, content }
  const response = await sendFile(world, await world.as('qa_lead'), '/studio/new/file', file)
  return { world, response, drafts: await listOpenDrafts(world.db) }
}

const latin = new Uint8Array([...new TextEncoder().encode('key: cp_plan\ntitle: Caf'), 0xe9, 0x0a])

const changed = (from: string, to: string, key?: string) =>
  sound(key, (text) => text.replace(from, to))

test.each<[string, string | Uint8Array<ArrayBuffer>, RegExp]>([
  [
    'of ten megabytes',
    'a: 1\n'.repeat(2_000_000),
    /The file is larger than \d+ KB, which no rubric is/,
  ],
  ['that is a bomb', `a: &a [${'*a,'.repeat(20_000)}*a]\n`, /Line 1: .*; /],
  ['with an anchor', changed('title: ', 'title: &t '), /Line 3: uses an anchor/],
  ['with tabs', changed('    short', '\t  short'), /Line \d+: .*tab/],
  ['that is not UTF-8', latin, /Line 2: .*UTF-8/],
  ['on no scale', changed('four_grade', 'five_grade'), /Line 6: "scale" cannot be "five_grade"/],
  [
    'with a key twice',
    changed('key: cp.actions', 'key: cp.clarity'),
    /was already used by the item on line \d+; each item needs its own/,
  ],
  [
    'with a circle of follow-ups',
    changed(
      'short: Safe today',
      'short: Safe today\n    shows_when: { item: common.already_known, is: ["no"] }',
      'common'
    ),
    /goes round in a circle/,
  ],
  ['of plain words', 'Minutes of the meeting of 12 January\nPresent: all\n', /Line 1: /],
  ['of a word processor', Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0, 6, 0, 8, 0, 0, 0), /Line 1: /],
  ['that is empty', '', /Choose a rubric file, such as 1-local\.1\.yaml/],
  [
    'that is published',
    sound(),
    /This file says what version 1 of Child protection plan says already/,
  ],
])('a file %s is refused, and nothing is started', async (_name, content, words) => {
  const { response, drafts } = await send(content)
  expect(response.status).toBe(422)
  const html = (await response.text()).replaceAll('&quot;', '"')
  expect(html).toMatch(words)
  expect(html).toContain('govuk-error-summary')
  expect(drafts).toEqual([])
})

test('a version that is published with other content becomes a draft of the next', async () => {
  const { response, drafts, world } = await send(changed('Can parents see', 'Could parents see'))
  expect(response.status).toBe(303)
  const { cookie } = await world.as('qa_lead')
  const page = await world.app.request(response.headers.get('location') ?? '', {
    headers: { cookie },
  })
  expect(await page.text()).toContain('Draft from version 1, to be version 1-local.1')
  expect(drafts).toHaveLength(1)
})

test('a rubric of another council becomes a draft of a new one', async () => {
  const text = sound('cp_plan', (yaml) =>
    yaml
      .replace('key: cp_plan', 'key: family_plan')
      .replace('version: 1', 'version: 1-local.7')
      .replace('Child protection plan', 'Family plan')
      .replaceAll('cp.', 'family.')
  )
  const { drafts } = await send(text)
  expect(drafts).toMatchObject([{ key: 'family_plan', baseVersionId: null }])
})

test('a rubric that is withdrawn altogether still knows its keys', async () => {
  const world = await newWorld()
  await withdrawVersion(world.context(), { key: 'cp_plan', version: '1', reason: 'Old' })
  const file = { name: 'mine.yaml', content: changed('Can parents', 'Could parents') }
  await sendFile(world, await world.as('qa_lead'), '/studio/new/file', file)
  const [draft] = await listOpenDrafts(world.db)
  expect(draft?.baseVersionId).not.toBeNull()
})
