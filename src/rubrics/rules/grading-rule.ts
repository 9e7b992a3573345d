/**
 * The named rules of the indicative grade: their names, the values a rubric may give them and what
 * holds when it gives none. Applying them belongs to grading/rules/indicative-grade.ts.
 */
import type { Grade } from './scale.ts'

/** What each rule is set to. `off` switches the rule off. */
export type GradingRules = {
  readonly lower_median: 'on' | 'off'
  readonly critical_inadequate_caps: Exclude<Grade, 'outstanding'> | 'off'
  readonly critical_ri_caps: Exclude<Grade, 'outstanding'> | 'off'
  readonly half_weak_caps: Exclude<Grade, 'outstanding'> | 'off'
  readonly outstanding_needs: 'on' | 'off'
  readonly no_evidence_counts_as: Grade | 'off'
  readonly unsafe_caps: Exclude<Grade, 'outstanding'> | 'off'
}

/**
 * What holds where a rubric says nothing. These values belong to every version ever published:
 * changing one here would change how old audits are graded, so they never change.
 */
export const standardRules: GradingRules = {
  lower_median: 'on',
  critical_inadequate_caps: 'inadequate',
  critical_ri_caps: 'requires_improvement',
  half_weak_caps: 'requires_improvement',
  outstanding_needs: 'on',
  no_evidence_counts_as: 'requires_improvement',
  unsafe_caps: 'inadequate',
}

const switches = ['on', 'off'] as const
const caps = ['good', 'requires_improvement', 'inadequate', 'off'] as const

/** The values that a rubric file may give each rule. */
export const ruleValues: {
  readonly [Name in keyof GradingRules]: readonly GradingRules[Name][]
} = {
  lower_median: switches,
  critical_inadequate_caps: caps,
  critical_ri_caps: caps,
  half_weak_caps: caps,
  outstanding_needs: switches,
  no_evidence_counts_as: ['outstanding', 'good', 'requires_improvement', 'inadequate', 'off'],
  unsafe_caps: caps,
}

export type GradingRuleName = keyof GradingRules

export const gradingRuleNames: readonly GradingRuleName[] = [
  'lower_median',
  'critical_inadequate_caps',
  'critical_ri_caps',
  'half_weak_caps',
  'outstanding_needs',
  'no_evidence_counts_as',
  'unsafe_caps',
]

/** A rubric's rules in full: what it sets, and the standard for the rest. */
export const rulesOf = (rubric: { readonly rules: Partial<GradingRules> }): GradingRules => ({
  ...standardRules,
  ...rubric.rules,
})
