/** What an answer is called: a grade, yes or no, a choice of the rubric, or the words as imported. */
import type { JudgementKind } from '../../src/grading/rules/judgement.ts'
import type { Scale } from '../../src/rubrics/rules/scale.ts'
import { gradeLabel } from '../format.ts'

export const valueWords = (
  results: {
    readonly judged: JudgementKind
    readonly scale: Scale
    readonly labels: ReadonlyMap<string, string>
  },
  value: string
): string => {
  if (value === 'not_applicable' || value === 'not_enough_evidence') return gradeLabel(value)
  if (results.judged === 'grade') {
    return results.scale.values.find(({ key }) => key === value)?.label ?? gradeLabel(value)
  }
  if (results.judged === 'yes_no') return value === 'yes' ? 'Yes' : 'No'
  return results.labels.get(value) ?? value
}

/** `good or better`; on another scale its good values by name, as `always or usually`. */
export const positiveWords = (scale: Scale): string =>
  scale.key === 'four_grade'
    ? 'good or better'
    : scale.values
        .filter(({ isPositive }) => isPositive)
        .map(({ label }) => label.toLowerCase())
        .join(' or ')
