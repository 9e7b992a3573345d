/** The order of versions, and which comes next. */
import { expect, test } from 'vitest'
import { compareVersions, nextVersion } from '../../src/rubrics/rules/rubric-version.ts'

test('what a council made of a version comes after it', () => {
  const mixed = ['10', '2', '1-local.10', '1', '1-local.2', '2-local.1']
  expect(mixed.toSorted(compareVersions)).toEqual([
    '1',
    '1-local.2',
    '1-local.10',
    '2',
    '2-local.1',
    '10',
  ])
})

test.each([
  ['1', ['1'], '2'],
  ['1', ['1', '2', '7', '7-local.9'], '8'],
  ['1-local.1', ['1', '1-local.1', '1-local.2', '2-local.8'], '1-local.3'],
  ['3', [], '4'],
])('after %s, with %j taken, comes %s', (version, taken, next) => {
  expect(nextVersion(version, taken)).toBe(next)
})
