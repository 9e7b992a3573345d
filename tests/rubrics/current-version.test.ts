/** Which version new rounds use, and which version a new one grew out of. */
import { expect, test } from 'vitest'
import {
  currentVersion,
  nextLocalVersion,
  versionBefore,
} from '../../src/rubrics/rules/rubric-version.ts'

const offered = (...versions: string[]) =>
  currentVersion(
    versions.map((typed) => ({
      version: typed.replace(' (withdrawn)', ''),
      isWithdrawn: typed.endsWith('(withdrawn)'),
    }))
  )?.version

test.each([
  [['1'], '1'],
  [['1', '2', '10'], '10'],
  [['1', '1-local.1', '1-local.2'], '1-local.2'],
  // A later library version is offered for merging, never forced.
  [['1', '1-local.1', '2'], '1-local.1'],
  [['1', '1-local.1', '2', '2-local.1'], '2-local.1'],
  [['1', '1-local.1 (withdrawn)', '2'], '2'],
  [['1', '2 (withdrawn)'], '1'],
  [['1 (withdrawn)'], undefined],
])('of %j rounds use %s', (versions, used) => {
  expect(offered(...versions)).toBe(used)
})

test.each([
  ['1', ['1'], '1-local.1'],
  ['1', ['1', '1-local.1', '2'], '1-local.2'],
  ['1-local.1', ['1', '1-local.1', '1-local.4'], '1-local.5'],
  ['2', ['1', '1-local.7', '2'], '2-local.1'],
])('made from %s beside %j, a council’s next is %s', (base, taken, next) => {
  expect(nextLocalVersion(base, taken)).toBe(next)
})

test.each([
  ['1', ['2'], undefined],
  ['2', ['1', '1-local.1'], '1'],
  ['3', ['1', '2', '2-local.1'], '2'],
  ['1-local.1', ['1', '2'], '1'],
  ['1-local.3', ['1', '1-local.1', '1-local.2', '2'], '1-local.2'],
])('%s beside %j grew out of %s', (version, known, before) => {
  expect(versionBefore(version, known)).toBe(before)
})
