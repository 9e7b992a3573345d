/** What an answer is called: a grade, yes or no, a choice of the rubric, or the words as imported. */
import type { JudgementKind } from '../../src/grading/rules/judgement.ts'
import { gradeLabel } from '../format.ts'

export const valueWords = (
  results: { readonly judged: JudgementKind; readonly labels: ReadonlyMap<string, string> },
  value: string
): string => {
  if (value === 'not_applicable' || value === 'not_enough_evidence') return gradeLabel(value)
  if (results.judged === 'grade') return gradeLabel(value)
  if (results.judged === 'yes_no') return value === 'yes' ? 'Yes' : 'No'
  return results.labels.get(value) ?? value
}
