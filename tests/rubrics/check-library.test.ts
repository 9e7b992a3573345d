/** Rubrics side by side: what may be there once only. */
import { describe, expect, test } from 'vitest'
import { checkLibrary, type LibraryEntry } from '../../src/rubrics/rules/check-library.ts'
import { faultLine } from '../../src/rubrics/rules/fault.ts'
import { parseRubric } from '../../src/rubrics/rules/parse-rubric.ts'
import { damaged, fourGradeScales, soundFile } from './rubric-files.ts'

const entry = (file: string, content: string): LibraryEntry => {
  const parsed = parseRubric(file, content, { scales: fourGradeScales() })
  if (!parsed.ok) throw new Error(parsed.faults.map(faultLine).join('\n'))
  return { file, rubric: parsed.rubric, lines: parsed.lines }
}
const first = entry('rubrics/tea/1.yaml', soundFile)
const faults = (...entries: LibraryEntry[]) => checkLibrary([first, ...entries]).map(faultLine)
const versionTwo = (...changes: (readonly [string, string])[]) =>
  entry('rubrics/tea/2.yaml', damaged(['version: 1', 'version: 2'], ...changes))
const coffee = (...changes: (readonly [string, string])[]) =>
  entry(
    'rubrics/coffee/1.yaml',
    damaged(['key: tea\n', 'key: coffee\n'], ...changes).replaceAll('tea.', 'coffee.')
  )

describe('checkLibrary', () => {
  test('versions of one rubric share keys and may reword', () => {
    expect(faults(versionTwo(['Is the tea hot enough?', 'Does the tea burn?']))).toEqual([])
  })

  test('an item key belongs to one rubric', () => {
    const content = damaged(['key: tea\n', 'key: coffee\n'], ['title: Tea', 'title: Coffee'])
    const other = entry(
      'rubrics/coffee/1.yaml',
      content.replaceAll('tea.', 'coffee.').replace('key: coffee.cups', 'key: tea.cups')
    )
    expect(faults(other)).toEqual([
      'rubrics/coffee/1.yaml:25: the item key "tea.cups" is already used in rubrics/tea/1.yaml; a key belongs to one rubric, so choose another',
    ])
  })

  test('an item keeps its kind and unit', () => {
    expect(
      faults(versionTwo(['kind: text', 'kind: yes_no'], ['unit: cups', 'unit: pots']))
    ).toEqual([
      'rubrics/tea/2.yaml:20: "tea.why_cold" is yes_no here and text in rubrics/tea/1.yaml; a new kind is a new question, so give it a new key',
      'rubrics/tea/2.yaml:25: "tea.cups" counts pots here and cups in rubrics/tea/1.yaml; a new unit is a new question, so give it a new key',
    ])
  })

  test('an item is not renamed from one version to the next', () => {
    expect(faults(versionTwo(['key: tea.cups', 'key: tea.mugs']))).toEqual([
      'rubrics/tea/2.yaml:25: "tea.mugs" asks what "tea.cups" asks in rubrics/tea/1.yaml; an item keeps its key in all versions, so name it "tea.cups" again',
    ])
    const reworded = versionTwo(['key: tea.cups', 'key: tea.mugs'], ['many cups', 'many mugs'])
    expect(faults(reworded)).toEqual([])
  })

  test('a version is there once', () => {
    expect(faults({ ...first, file: 'council/tea/1.yaml' })).toEqual([
      'council/tea/1.yaml:1: tea 1 is already in rubrics/tea/1.yaml; give one of them the next version',
    ])
  })

  test.each([['title: tea'], ['title: TEA']])('a title names one rubric: %s', (title) => {
    expect(faults(coffee(['title: Tea', title]))).toEqual([
      `rubrics/coffee/1.yaml:1: "${title.slice(7)}" already names the rubric in rubrics/tea/1.yaml; a key or title names one rubric`,
    ])
  })
})
