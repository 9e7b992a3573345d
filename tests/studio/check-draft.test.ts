/** A draft is asked what a file is asked, and each fault comes back to the field that it is of. */
import { expect, test } from 'vitest'
import { parseRubric } from '../../src/rubrics/rules/parse-rubric.ts'
import { rubricFields, rubricYaml } from '../../src/rubrics/rules/rubric-fields.ts'
import { canonicalRubric } from '../../src/rubrics/rules/rubric-identity.ts'
import { checkDraft } from '../../src/studio/rules/check-draft.ts'
import type { DraftItemContent } from '../../src/studio/rules/draft.ts'
import { draftOf, faultsOf, library, scales } from './draft-specimen.ts'

const with0 = (fields: Partial<DraftItemContent>) => (items: DraftItemContent[]) =>
  items.map((item, index) => (index === 0 ? { ...item, ...fields } : item))

test.each(library.map(({ rubric }) => [rubric.key, rubric] as const))(
  '%s written as a file and read again is the same rubric, as a draft it has no faults',
  (key, rubric) => {
    const file = `${key}/${rubric.version}.yaml`
    const parsed = parseRubric(file, rubricYaml(rubricFields(rubric)), { scales })
    expect(parsed.ok && canonicalRubric(parsed.rubric)).toBe(canonicalRubric(rubric))
    const checked = checkDraft(
      draftOf(key, (items) => items),
      { scales, others: library }
    )
    expect(checked.ok && canonicalRubric({ ...checked.rubric, version: rubric.version })).toBe(
      canonicalRubric(rubric)
    )
  }
)

test('a name that is too long, at its field', () => {
  expect(faultsOf(with0({ short: 'x'.repeat(41) }))).toEqual([
    {
      item: 0,
      field: 'short',
      message:
        'The short name has 41 characters. Write at most 40, since charts have no room for more.',
    },
  ])
})

test('what is missing, at the field where it belongs', () => {
  const descriptors = { outstanding: 'a', good: ' ', requires_improvement: 'b', inadequate: 'c' }
  expect(
    faultsOf(with0({ question: ' ', descriptors })).map(({ item, field }) => [item, field])
  ).toEqual([
    [0, 'question'],
    [0, 'descriptors.good'],
  ])
})

test('a key that another item has, named by place and not by a line that nobody sees', () => {
  const faults = faultsOf((items) => [...items, { ...items[1], key: 'cp.clarity' } as never])
  expect(faults[0]).toEqual({
    item: 9,
    field: 'key',
    message: 'Item 1 has the key "cp.clarity" too. Each item needs its own.',
  })
})

test('a key of another rubric, and a kind that an earlier version had otherwise', () => {
  expect(faultsOf(with0({ key: 'cin.purpose' }))[0]).toMatchObject({ item: 0, field: 'key' })
  expect(faultsOf(with0({ kind: 'yes_no' }))).toEqual([
    {
      item: 0,
      field: 'kind',
      message:
        'In version 1 "cp.clarity" has another kind of answer. A new kind is a new question: give it a new key.',
    },
  ])
})

test('text of several lines, quotes, colons and characters that YAML keeps for itself are only text', () => {
  const question = '- "What": is it? {a} [b] # & * !\nA second line.'
  expect(faultsOf(with0({ question }))).toEqual([])
})
