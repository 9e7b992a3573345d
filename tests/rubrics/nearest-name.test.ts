/** What somebody who mistyped a name probably meant. */
import { expect, test } from 'vitest'
import { nearestName } from '../../src/rubrics/rules/nearest-name.ts'

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
