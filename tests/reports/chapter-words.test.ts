/** What chapters say in words: measures least often yes, and safety notices beside what audits answered. */
import { expect, test } from 'vitest'
import { safetyBeside } from '../../src/reports/rules/count-chapters.ts'
import { leastYesWords, yesNotHoped } from '../../src/reports/rules/least-yes.ts'
import type { Figure, ReportMeasure, YesNoMeasure } from '../../src/reports/rules/report.ts'
import { readRubric } from '../support/published-rubrics.ts'

const asked = (item: string, round: string, yes: number, n: number): YesNoMeasure => ({
  theme: 'cp_plan',
  item,
  round,
  kind: 'yes_no',
  n,
  values: { yes, no: n - yes },
  yes: { percent: Math.round((yes / n) * 100), low: 0.1, high: 0.6 },
})

test('a measure is ranked once, by its last round, and not where yes is a worry', () => {
  const words = leastYesWords(
    [
      asked('cp.repeat_plan', 'July', 1, 10),
      asked('cp.repeat_plan', 'September', 1, 10),
      asked('cp.visit_within_4_weeks', 'July', 2, 10),
      asked('cp.visit_within_4_weeks', 'September', 8, 10),
      asked('safety plan', 'September', 7, 10),
      asked('always', 'September', 10, 10),
    ],
    false,
    ({ item }) => item
  )
  expect(words).toBe(
    'Least often yes: safety plan (September): 7 of 10 yes (70%, 95% interval 10% to 60%). cp.visit_within_4_weeks (September): 8 of 10 yes (80%, 95% interval 10% to 60%).'
  )
})

test('what is left out of the ranking is asked in the library, as a yes or no', () => {
  const kinds = ['cp_plan', 'pre_proceedings', 'referral'].flatMap((key) =>
    readRubric(key).items.map((item) => [item.key, item.kind] as const)
  )
  for (const key of yesNotHoped) expect(kinds).toContainEqual([key, 'yes_no'])
})

const beside = (...rounds: Record<string, Figure>[]) =>
  safetyBeside({
    figures: {
      data: {
        measures: rounds.map(
          (values, at): ReportMeasure => ({
            theme: 'common',
            item: 'common.safe_now',
            round: `Round ${at}`,
            kind: 'category',
            n: 40,
            multiple: false,
            values,
            percent: {},
          })
        ),
      },
    },
    themes: new Map([
      ['common', { title: 'Common', items: new Map([['common.safe_now', 'Safe today']]) }],
    ]),
  })

test('a no without a notice is said, in how many audits, and why there is no notice', () => {
  expect(beside({ yes: 39, no: 1 }, { yes: 38, cannot_tell: 2 })).toMatch(
    /^In the rounds of this period “Safe today” was answered no in 1 audit and “cannot tell” in 2\. A notice counts on the day/
  )
})

test('where the number is suppressed no number is said; where every child was safe, nothing', () => {
  expect(beside({ yes: 39, no: 'c' })).toMatch(/^A notice counts on the day/)
  expect(beside({ yes: 40, no: 0 })).toBe('')
  expect(beside()).toBe('')
})
