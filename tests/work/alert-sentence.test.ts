/** What My work says of alerts: what waits for the person, and what is late, in one sentence. */
import { expect, test } from 'vitest'
import { countAlerts } from '../../src/work/rules/alert-counts.ts'
import { alertsSentence } from '../../views/work/alerts-sentence.ts'

const alert = (given: Partial<Parameters<typeof countAlerts>[0][number]>) => ({
  isRaised: false,
  kind: 'informal',
  state: 'open',
  daysLeft: 2,
  ...given,
})

test('counts what waits for an answer, what was answered and what is overdue, and no good practice', () => {
  expect(
    countAlerts([
      alert({}),
      alert({ daysLeft: -1 }),
      alert({ kind: 'good_practice', daysLeft: undefined }),
      alert({ isRaised: true, state: 'responded', daysLeft: undefined }),
      alert({ isRaised: true, daysLeft: -3 }),
      alert({ isRaised: true, daysLeft: 0 }),
    ])
  ).toEqual({ toAnswer: 2, toAnswerLate: 1, toDecide: 1, ownLate: 1 })
})

test.each([
  [{ toAnswer: 0, toAnswerLate: 0, toDecide: 0, ownLate: 0 }, ''],
  [
    { toAnswer: 1, toAnswerLate: 1, toDecide: 0, ownLate: 0 },
    '1 practice alert waits for your answer and is overdue.',
  ],
  [
    { toAnswer: 3, toAnswerLate: 2, toDecide: 0, ownLate: 0 },
    '3 practice alerts wait for your answer, 2 of them overdue.',
  ],
  [
    { toAnswer: 0, toAnswerLate: 0, toDecide: 1, ownLate: 3 },
    'Of your practice alerts, 1 was answered and waits for your decision; 3 are overdue.',
  ],
  [
    { toAnswer: 2, toAnswerLate: 0, toDecide: 0, ownLate: 1 },
    '2 practice alerts wait for your answer; 1 that you raised is overdue.',
  ],
])('%o', (counts, sentence) => {
  expect(alertsSentence(counts)).toBe(sentence)
})
