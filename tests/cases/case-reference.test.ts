/** What is taken for a case reference, what is questioned as a name, and how a pasted list is read. */
import { describe, expect, test } from 'vitest'
import {
  looksLikeName,
  referenceFault,
  tidyReference,
} from '../../src/cases/rules/case-reference.ts'
import { readReferences } from '../../src/cases/rules/read-references.ts'
import { toKey } from '../../src/db/columns.ts'

test.each(['204417', 'CH/2025-0012', 'a_1.2', 'EHM 20441', 'Ä12'])('%s is a reference', (typed) => {
  expect(referenceFault(tidyReference(typed))).toBeUndefined()
})

test.each(['', '-1', '#REF!', '=1+1', "O'Brien", '12?', 'a\u0000b', '１２３ & 4', '9'.repeat(41)])(
  '“%s” is none',
  (typed) => {
    expect(referenceFault(tidyReference(typed))).toBeTypeOf('string')
  }
)

test('spaces and composed letters do not make another reference', () => {
  expect(tidyReference('  EHM \u00a0 20441\t')).toBe('EHM 20441')
  expect(tidyReference('A\u0308 12')).toBe('Ä 12')
})

test.each([
  ['Mia Carter', true],
  ['MIA CARTER', true],
  ['mia carter', true],
  ['Mia', true],
  ['Carter-Osei', true],
  ['Zoë Łuczak', true],
  ['Mia 2', false],
  ['204417', false],
  ['AB', false],
  ['CHILD', false],
  ['A B', false],
])('%s: %s', (reference, isName) => {
  expect(looksLikeName(reference)).toBe(isName)
})

describe('a pasted list', () => {
  const read = (text: string) => readReferences(text, toKey)

  test('is separated by lines, commas, semicolons and tabs; empty places are nothing', () => {
    const { found, faults, repeated } = read('1, 2;3\t4\r\n\n , ;\r5\n')
    expect(found.map(({ line, reference }) => [line, reference])).toEqual([
      [1, '1'],
      [1, '2'],
      [1, '3'],
      [1, '4'],
      [4, '5'],
    ])
    expect([faults, repeated]).toEqual([[], []])
  })

  test('what is named twice counts once, however it is written', () => {
    expect(read('ab 1\nAB  1, Ab 1').repeated).toEqual([
      { line: 2, reference: 'AB 1', first: 1 },
      { line: 2, reference: 'Ab 1', first: 1 },
    ])
  })

  test('every line that is wrong is named', () => {
    expect(read('1\n?\n2\n<b>').faults.map(({ line, typed }) => [line, typed])).toEqual([
      [2, '?'],
      [4, '<b>'],
    ])
  })
})
