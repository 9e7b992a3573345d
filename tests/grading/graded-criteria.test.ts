/** From the answers to a rubric to what the indicative grade is made of. */
import { expect, test } from 'vitest'
import { gradedCriteria, safetyOf } from '../../src/grading/rules/graded-criteria.ts'
import { damaged, parsedRubric } from '../rubrics/rubric-files.ts'

const rubric = parsedRubric(
  damaged([
    'kind: text',
    'kind: grade\n    descriptors: { outstanding: a, good: b, requires_improvement: c, inadequate: d }',
  ])
)

test('only criteria that are shown count', () => {
  const of = (answers: Parameters<typeof gradedCriteria>[1]) =>
    gradedCriteria(rubric, answers).map(({ short, critical, answer }) => [short, critical, answer])
  expect(of({ 'tea.cups': '3', 'tea.why_cold': 'good' })).toEqual([['Hot enough', true, undefined]])
  expect(of({ 'tea.hot': 'inadequate', 'tea.why_cold': 'not_enough_evidence' })).toEqual([
    ['Hot enough', true, 'inadequate'],
    ['Why cold', false, 'not_enough_evidence'],
  ])
  expect(of({ 'tea.hot': 'lukewarm' })).toEqual([['Hot enough', true, undefined]])
})

test('safety is read from the common block', () => {
  expect(safetyOf({ 'common.safe_now': 'no', 'common.already_known': 'yes' }, false)).toEqual({
    safeNow: 'no',
    alreadyKnown: 'yes',
    capSetAside: false,
  })
  expect(safetyOf({ 'common.safe_now': 'maybe' }, true)).toEqual({
    safeNow: undefined,
    alreadyKnown: undefined,
    capSetAside: true,
  })
})
