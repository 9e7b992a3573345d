/** The file of scales: what it gives, and what is wrong with it by line. */
import { expect, test } from 'vitest'
import { faultLine } from '../../src/rubrics/rules/fault.ts'
import { parseScales } from '../../src/rubrics/rules/parse-scales.ts'
import { fourGradeScales } from './rubric-files.ts'

const faultsOf = (content: string) => {
  const parsed = parseScales('scales.yaml', content)
  return parsed.ok ? [] : parsed.faults.map(faultLine)
}

test('the four grades, best first, with labels and letters', () => {
  expect(fourGradeScales().get('four_grade')).toEqual({
    key: 'four_grade',
    title: 'Four grades',
    grades: [
      { key: 'outstanding', label: 'Outstanding', letter: 'O' },
      { key: 'good', label: 'Good', letter: 'G' },
      { key: 'requires_improvement', label: 'Requires improvement', letter: 'RI' },
      { key: 'inadequate', label: 'Inadequate', letter: 'I' },
    ],
  })
})

test('every fault at once', () => {
  const content = `scales:
  - key: Four
    grades:
      - { key: good, label: Good, letter: g }
      - { key: outstanding, label: Outstanding, letter: O }
  - key: two
    title: Two
    grades:
      - { key: good, label: Good, letter: G }
      - { key: inadequate, label: Inadequate, letter: I }
  - key: two
    title: Two
    grades: []
    colours: [red]
`
  expect(faultsOf(content)).toEqual([
    'scales.yaml:2: "key" is "Four"; write lower-case letters, digits and _',
    'scales.yaml:2: this scale has no "title"; add the name as a person says it',
    'scales.yaml:4: "letter" is "g"; write one or two capital letters',
    'scales.yaml:8: "grades" lists good, inadequate; list all four, best first: outstanding, good, requires_improvement, inadequate',
    'scales.yaml:11: the scale "two" is there twice; keep one of the two',
    'scales.yaml:13: "grades" lists none; list all four, best first: outstanding, good, requires_improvement, inadequate',
    'scales.yaml:14: "colours" is not a field of a scale; delete it, or use "key", "title" or "grades"',
  ])
})
