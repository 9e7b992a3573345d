/** The proposed sentence says n, the share, its interval, what it was, and whether that may be chance. */
import { expect, test } from 'vitest'
import { share } from '../../src/analytics/rules/distribution.ts'
import { keySentence } from '../../src/reports/rules/key-sentence.ts'

const of = (k: number, n: number) => ({ n, good: share(k, n) })
const plans = {
  noun: { one: 'child in need plan', many: 'child in need plans' },
  theme: 'child in need plan',
  good: 'good or better',
  when: '',
}

test('says that a rise from 10 of 37 to 7 of 14 may be chance', () => {
  // 7 good, 6 requires improvement, 1 inadequate against 10, 18, 9.
  expect(keySentence({ ...plans, now: of(7, 14), before: of(10, 37) })).toBe(
    '14 child in need plans were audited: 7 good or better (50%, 95% interval 27% to 73%), up from 10 of 37. This may be chance.'
  )
})

test('says so when a change is beyond chance, either way', () => {
  expect(keySentence({ ...plans, now: of(36, 40), before: of(18, 40) })).toBe(
    '40 child in need plans were audited: 36 good or better (90%, 95% interval 77% to 96%), up from 18 of 40. This is an improvement beyond what chance would explain.'
  )
  expect(keySentence({ ...plans, now: of(10, 40), before: of(30, 40) })).toContain(
    'down from 30 of 40. This is a decline beyond what chance would explain.'
  )
})

test('gives no percentage under 5 and calls fewer than 10 a very small sample', () => {
  expect(keySentence({ ...plans, now: of(2, 4), before: undefined })).toBe(
    '4 child in need plans were audited: 2 good or better. Too few were audited for a percentage.'
  )
  expect(keySentence({ ...plans, now: of(1, 1), before: of(3, 12) })).toBe(
    '1 child in need plan was audited: 1 good or better; it was 3 of 12. These are too few to compare. Too few were audited for a percentage.'
  )
  expect(keySentence({ ...plans, now: of(6, 9), before: of(6, 9) })).toBe(
    '9 child in need plans were audited: 6 good or better (67%, 95% interval 35% to 88%), as in 6 of 9. This is a very small sample.'
  )
})

test('puts nothing of a suppressed figure into words', () => {
  const hidden = { n: 14, good: { count: 'c', percent: 'c', low: 'c', high: 'c' } } as const
  expect(keySentence({ ...plans, now: hidden, before: of(10, 37) })).toBe(
    '14 child in need plans were audited. How many were good or better is not shown.'
  )
  expect(keySentence({ ...plans, now: { ...hidden, n: 'c' }, before: undefined })).toBe(
    'How many child in need plans were audited, and how many were good or better, is not shown: it would give a small number away.'
  )
})

test('speaks of cases where the theme is no thing that can be counted, and of another period by name', () => {
  expect(
    keySentence({
      ...plans,
      noun: undefined,
      theme: 'supervision and management oversight',
      now: of(20, 40),
      before: of(10, 40),
      when: ' in April to June 2025',
    })
  ).toBe(
    '40 cases were audited for supervision and management oversight: 20 good or better (50%, 95% interval 35% to 65%), up from 10 of 40 in April to June 2025. This is an improvement beyond what chance would explain.'
  )
})

test('where the number is not shown, the counts that are say between which it is', () => {
  const share = { count: 'c', percent: 'c', low: 'c', high: 'c' } as const
  const words = keySentence({
    noun: { one: 'case', many: 'cases' },
    theme: 'overall grade',
    good: 'good or better',
    now: { n: 94, good: share },
    before: undefined,
    when: '',
    between: {
      n: { low: 94, high: 94 },
      good: { low: 37, high: 44 },
      share: { low: 37 / 94, high: 44 / 94 },
    },
  })
  expect(words).toBe(
    '94 cases were audited: between 37 and 44 good or better (39% to 47%; more would give a small number away).'
  )
})
