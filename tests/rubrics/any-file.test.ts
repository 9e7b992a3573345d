/** Whatever a file holds, reading it ends in a rubric or in faults that point into the file. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseRubric } from '../../src/rubrics/rules/parse-rubric.ts'
import { canonicalRubric, rubricFromCanonical } from '../../src/rubrics/rules/rubric-identity.ts'
import { fourGradeScales, soundFile } from './rubric-files.ts'

const scales = fourGradeScales()
const lines = soundFile.split('\n')
const words = [
  'key',
  '- ',
  ': ',
  '{',
  '}',
  '[',
  ']',
  '"',
  "'",
  '&a',
  '*a',
  '!!set',
  '|',
  '>',
  '#',
  '%',
]

/** The sound file with a few of its lines and letters dropped, doubled, swapped or replaced. */
const mutated = fc
  .array(
    fc.record({
      line: fc.nat(lines.length - 1),
      column: fc.nat(40),
      what: fc.oneof(
        fc.constantFrom('drop', 'double', 'indent', ...words),
        fc.string({ unit: 'binary', maxLength: 3 })
      ),
    }),
    { minLength: 1, maxLength: 4 }
  )
  .map((changes) => {
    const all = lines.map((line) => [line])
    for (const { line, column, what } of changes) {
      const text = lines[line] ?? ''
      if (what === 'drop') all[line] = []
      else if (what === 'double') all[line] = [text, text]
      else if (what === 'indent') all[line] = [` ${text}`]
      else all[line] = [text.slice(0, column) + what + text.slice(column + 1)]
    }
    return all.flat().join('\n')
  })

const holds = (content: string | Uint8Array) => {
  const parsed = parseRubric('rubrics/tea/1.yaml', content, { scales })
  if (parsed.ok) {
    expect(rubricFromCanonical(canonicalRubric(parsed.rubric))).toEqual(parsed.rubric)
    return
  }
  const text = typeof content === 'string' ? content : new TextDecoder().decode(content)
  const last = text.split('\n').length
  expect(parsed.faults.length).toBeGreaterThan(0)
  for (const fault of parsed.faults) {
    expect(fault.line).toBeGreaterThanOrEqual(1)
    expect(fault.line).toBeLessThanOrEqual(last)
    expect(fault.message).toMatch(/^\P{Cc}+$/u)
  }
}

test('a damaged file', () => {
  fc.assert(fc.property(mutated, holds), { numRuns: 300 })
})

test('any bytes', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), holds), { numRuns: 300 })
})

test('any JSON, which is YAML too', () => {
  fc.assert(fc.property(fc.json(), holds), { numRuns: 300 })
})
