/** How often it is written down how far a file is, and when nobody is told any more that it is being written. */
import { expect, test } from 'vitest'
import { isWorthNoting, toldProgress } from '../../src/reports/rules/export-progress.ts'

const at = (seconds: number) => new Date(Date.UTC(2026, 0, 12, 9, 0, seconds)).toISOString()

test.each([
  ['less than a twentieth within the second', 49, 0, false],
  ['a twentieth', 50, 0, true],
  ['anything after a second', 1, 1, true],
])('%s', (_, done, seconds, isNoted) => {
  const now = { done, total: 1000, changedAt: at(seconds) }
  expect(isWorthNoting({ done: 0, changedAt: at(0) }, now)).toBe(isNoted)
})

test('a file of a million steps within a second is noted twenty times', () => {
  let noted = { done: 0, changedAt: at(0) }
  let times = 0
  for (let done = 1000; done <= 1_000_000; done += 1000) {
    const now = { done, total: 1_000_000, changedAt: at(0) }
    if (!isWorthNoting(noted, now)) continue
    noted = now
    times += 1
  }
  expect(times).toBe(20)
})

test.each([
  ['writing', 299, 'writing'],
  ['writing', 300, 'silent'],
  ['whole', 3000, 'whole'],
  ['broken_off', 3000, 'broken_off'],
] as const)('%s, %i seconds ago: %s', (state, seconds, told) => {
  const stored = { state, done: 1, total: 5, changedAt: at(0) }
  expect(toldProgress(stored, at(seconds))).toEqual({ state: told, done: 1, total: 5 })
})
