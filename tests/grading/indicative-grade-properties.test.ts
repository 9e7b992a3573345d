/** What holds of the indicative grade whatever the answers and the rules. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareGrades, isWorse } from '../../src/grading/rules/grade.ts'
import {
  type GradedCriterion,
  indicativeAuditGrade,
  indicativeThemeGrade,
} from '../../src/grading/rules/indicative-grade.ts'
import {
  type GradingRules,
  ruleValues,
  standardRules,
} from '../../src/rubrics/rules/grading-rule.ts'
import { type Grade, grades, isGrade } from '../../src/rubrics/rules/scale.ts'

const grade = fc.constantFrom(...grades)
const answer = fc.oneof(
  { weight: 6, arbitrary: grade },
  { weight: 1, arbitrary: fc.constantFrom('not_applicable', 'not_enough_evidence', undefined) }
)
const criteria = fc
  .array(fc.record({ answer, critical: fc.boolean() }), { maxLength: 9 })
  .map((all) =>
    all.map((each, index): GradedCriterion => ({ ...each, key: `t.${index}`, short: `N${index}` }))
  )
const rules: fc.Arbitrary<GradingRules> = fc.oneof(
  fc.constant(standardRules),
  fc.record({
    lower_median: fc.constantFrom(...ruleValues.lower_median),
    critical_inadequate_caps: fc.constantFrom(...ruleValues.critical_inadequate_caps),
    critical_ri_caps: fc.constantFrom(...ruleValues.critical_ri_caps),
    half_weak_caps: fc.constantFrom(...ruleValues.half_weak_caps),
    outstanding_needs: fc.constantFrom(...ruleValues.outstanding_needs),
    no_evidence_counts_as: fc.constantFrom(...ruleValues.no_evidence_counts_as),
    unsafe_caps: fc.constantFrom(...ruleValues.unsafe_caps),
  })
)
const theme = fc.record({ criteria, rules })
const audit = fc.record({
  themes: fc.array(
    fc.record({
      title: fc.constantFrom('Voice', 'Plan'),
      criteria,
      rules,
      chosen: fc.option(grade, { nil: undefined }),
    }),
    { maxLength: 4 }
  ),
  common: fc.record({
    criteria: criteria.map((all) => all.slice(0, 1)),
    rules,
  }),
  safety: fc.record({
    safeNow: fc.constantFrom('yes', 'no', 'cannot_tell', undefined),
    alreadyKnown: fc.constantFrom('yes', 'no', undefined),
    capSetAside: fc.boolean(),
  }),
})

const check = <Value>(arbitrary: fc.Arbitrary<Value>, holds: (value: Value) => void) =>
  fc.assert(fc.property(arbitrary, holds), { numRuns: 500 })

/** One answer made better by one step, the rest as they were. */
const withOneBetter = (all: readonly GradedCriterion[], index: number) =>
  all.map((each, position) => {
    const at = isGrade(each.answer) ? grades.indexOf(each.answer) : 0
    const better = grades[at - 1]
    return position === index && better !== undefined ? { ...each, answer: better } : each
  })

const isNotWorse = (after: Grade | undefined, before: Grade | undefined) =>
  before === undefined ? after === undefined : after !== undefined && !isWorse(after, before)

test('the order of criteria does not matter to the grade', () => {
  check(theme, ({ criteria: given, rules: by }) => {
    const backwards = indicativeThemeGrade({ criteria: given.toReversed(), rules: by })
    const sorted = indicativeThemeGrade({
      criteria: given.toSorted((a, b) => String(a.answer).localeCompare(String(b.answer))),
      rules: by,
    })
    const { grade: expected, pointsTo } = indicativeThemeGrade({ criteria: given, rules: by })
    expect(backwards).toMatchObject({ grade: expected, pointsTo })
    expect(sorted).toMatchObject({ grade: expected, pointsTo })
  })
})

test('the order of themes does not matter to the grade', () => {
  check(audit, (given) => {
    const { grade: expected, pointsTo } = indicativeAuditGrade(given)
    const backwards = indicativeAuditGrade({ ...given, themes: given.themes.toReversed() })
    expect(backwards).toMatchObject({ grade: expected, pointsTo })
  })
})

test('a better answer never makes a theme worse', () => {
  check(fc.tuple(theme, fc.nat(8)), ([given, index]) => {
    const before = indicativeThemeGrade(given).grade
    const after = indicativeThemeGrade({ ...given, criteria: withOneBetter(given.criteria, index) })
    expect(isNotWorse(after.grade, before)).toBe(true)
  })
})

test('a better answer never makes an audit worse', () => {
  check(fc.tuple(audit, fc.nat(3), fc.nat(8)), ([given, themeIndex, index]) => {
    const before = indicativeAuditGrade(given).grade
    const themes = given.themes.map((each, position) =>
      position === themeIndex ? { ...each, criteria: withOneBetter(each.criteria, index) } : each
    )
    const common = { ...given.common, criteria: withOneBetter(given.common.criteria, 0) }
    expect(isNotWorse(indicativeAuditGrade({ ...given, themes }).grade, before)).toBe(true)
    expect(isNotWorse(indicativeAuditGrade({ ...given, common }).grade, before)).toBe(true)
  })
})

test('caps only lower, and a lowered grade always has its reasons', () => {
  check(audit, (given) => {
    for (const found of [indicativeAuditGrade(given), ...given.themes.map(indicativeThemeGrade)]) {
      if (found.grade === undefined || found.pointsTo === undefined) {
        expect(found).toMatchObject({ grade: undefined, pointsTo: undefined, reasons: [] })
        continue
      }
      const lowered = compareGrades(found.grade, found.pointsTo)
      expect(lowered).toBeGreaterThanOrEqual(0)
      expect(found.reasons.length > 0).toBe(lowered > 0)
      if (lowered > 0) expect(found.reasons[0]).toMatch(/^Held at /)
    }
  })
})

test('a theme is outstanding only with at least half outstanding and none below good', () => {
  const needs = theme.map((given) => ({
    ...given,
    rules: { ...given.rules, outstanding_needs: 'on', no_evidence_counts_as: 'off' } as const,
  }))
  check(needs, (given) => {
    if (indicativeThemeGrade(given).grade !== 'outstanding') return
    const counted = given.criteria
      .map((each) => each.answer)
      .filter((each) => grades.some((one) => one === each))
    const outstanding = counted.filter((each) => each === 'outstanding').length
    expect(outstanding * 2).toBeGreaterThanOrEqual(counted.length)
    expect(counted.every((each) => each === 'outstanding' || each === 'good')).toBe(true)
  })
})
