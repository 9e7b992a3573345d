/** The file of scales: what it gives, and what is wrong with it by line. */
import { expect, test } from 'vitest'
import { faultLine } from '../../src/rubrics/rules/fault.ts'
import { parseScales } from '../../src/rubrics/rules/parse-scales.ts'
import { fourGrade, needsWords, themeValues } from '../../src/rubrics/rules/scale.ts'
import { fourGradeScales } from './rubric-files.ts'

const faultsOf = (content: string) => {
  const parsed = parseScales('scales.yaml', content)
  return parsed.ok ? [] : parsed.faults.map(faultLine)
}

test('the four grades of the file are those that the program knows', () => {
  expect(fourGradeScales().get('four_grade')).toEqual(fourGrade)
})

test('the scales of the library, best first; a star counts as good, in brackets is outside n', () => {
  const shown = [...fourGradeScales().values()].map(({ key, isOrdered, values }) => {
    const marked = values.map((value) =>
      value.isOutside ? `(${value.label})` : `${value.label}${value.isPositive ? '*' : ''}`
    )
    return `${key}${isOrdered ? '' : ' without order'}: ${marked.join(', ')}`
  })
  expect(shown).toEqual([
    'four_grade: Outstanding*, Good*, Requires improvement, Inadequate',
    'rag: Green*, Amber, Red',
    'compliance: Met*, Partly met, Not met',
    'frequency: Always*, Usually*, Sometimes, Never, (Not stated)',
    'yes_no_sometimes without order: Yes, No, Sometimes',
    'change: Improved*, The same, Worse',
  ])
})

test('a theme is graded with what counts, and with nothing where there is no order', () => {
  const keysOf = (scale: string) =>
    themeValues(fourGradeScales().get(scale) ?? fourGrade).map(({ key }) => key)
  expect(keysOf('frequency')).toEqual(['always', 'usually', 'sometimes', 'never'])
  expect(keysOf('yes_no_sometimes')).toEqual([])
})

test.each([
  ['four_grade', 'requires_improvement inadequate'],
  ['rag', 'amber red'],
  ['frequency', 'sometimes never'],
  ['yes_no_sometimes', 'no'],
  ['change', 'same worse'],
])('on %s these need words: %s', (key, weak) => {
  const scale = fourGradeScales().get(key) ?? fourGrade
  const needing = scale.values.filter((value) => needsWords(scale, value.key))
  expect(needing.map((value) => value.key).join(' ')).toBe(weak)
})

test('every fault at once', () => {
  const content = `scales:
  - key: Four
    ordered: maybe
    values:
      - { key: good, label: Good, letter: g, colour: green }
      - { key: bad, label: Bad, letter: B, colour: crimson, shade: 3 }
  - key: two
    title: Two
    ordered: true
    values:
      - { key: red, label: Red, letter: R, colour: red }
      - { key: green, label: Green, letter: R, colour: green, positive: true }
      - { key: not_applicable, label: None, letter: N, colour: red }
      - { key: left, label: Left, letter: L, colour: grey, positive: true, outside: true }
  - key: two
    title: Two
    ordered: false
    values: []
  - key: four_grade
    title: Four
    ordered: true
    values:
      - { key: good, label: Good, letter: G, colour: green, positive: true }
      - { key: inadequate, label: Inadequate, letter: I, colour: red }
`
  expect(faultsOf(content)).toEqual([
    'scales.yaml:2: "key" is "Four"; write lower-case letters, digits and _',
    'scales.yaml:2: this scale has no "title"; add the name as a person says it',
    'scales.yaml:3: "ordered" is the text "maybe"; write true or false',
    'scales.yaml:5: "letter" is "g"; write one or two capital letters',
    'scales.yaml:6: "shade" is not a field of a value; delete it, or use "key", "label", "letter", "colour", "positive" or "outside"',
    'scales.yaml:6: "colour" cannot be "crimson"; write "dark_green", "green", "amber", "red", "grey" or "blue"',
    'scales.yaml:12: the letter "R" was already used on line 11; each value needs its own',
    'scales.yaml:12: "green" stands below a worse value; list positive values first and those outside the count last',
    'scales.yaml:13: "not_applicable" is an answer that every item has; leave this value out',
    'scales.yaml:13: the colour "red" was already used on line 11; each value needs its own',
    'scales.yaml:14: a value that is not counted cannot be a good one; delete "positive"',
    'scales.yaml:15: the scale "two" is there twice; keep one of the two',
    'scales.yaml:18: "values" has fewer than two that count; a scale needs at least two',
    'scales.yaml:22: "values" lists good, inadequate; the program knows the four grades by key, so list outstanding, good, requires_improvement, inadequate',
  ])
})

test('a file without the four grades is refused', () => {
  const content = `scales:
  - key: rag
    title: Red, green
    ordered: true
    values:
      - { key: green, label: Green, letter: G, colour: green, positive: true }
      - { key: red, label: Red, letter: R, colour: red }
`
  expect(faultsOf(content)).toEqual([
    'scales.yaml:1: there is no scale "four_grade", which the audit grade is on; put it back',
  ])
})
