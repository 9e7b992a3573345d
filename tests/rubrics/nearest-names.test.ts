/** What somebody who mistyped a name probably meant. */
import { expect, test } from 'vitest'
import {
  eitherOf,
  meantOr,
  nearestName,
  nearestNames,
} from '../../src/rubrics/rules/nearest-names.ts'

const names = ['guidance', 'kind', 'key', 'requires_improvement', 'care', 'care_leaver']

test.each([
  ['guidence', 'guidance'],
  ['Requires Improvement', 'requires_improvement'],
  ['kidn', 'kind'],
  ['kye', 'key'],
  ['careleaver', 'care_leaver'],
  ['cars', 'care'],
  ['weather', undefined],
  ['', undefined],
  ['x'.repeat(10_000), undefined],
])('%s', (typed, nearest) => {
  expect(nearestName(typed, names)).toBe(nearest)
})

test('nearest names come nearest first, in words for a sentence', () => {
  expect(nearestNames('cp plna', ['voice', 'cp_plan', 'Child protection plan'])).toEqual([
    'cp_plan',
  ])
  expect(nearestNames('protection', ['voice', 'Child protection plan'])).toEqual([
    'Child protection plan',
  ])
  expect(nearestNames('', ['voice'])).toEqual([])
  expect(nearestNames('zzzz', ['voice', 'cp_plan'])).toEqual([])
  expect(eitherOf(['a', 'b', 'c'])).toBe('“a”, “b” or “c”')
})

test('a message ends with what would be right', () => {
  expect(meantOr('cp plna', ['voice', 'cp_plan'], 'choose a theme')).toBe('did you mean “cp_plan”?')
  expect(meantOr('zzzz', ['voice', 'cp_plan'], 'choose a theme')).toBe('choose a theme')
})
