/**
 * What one cell of a results file says: a grade, yes or no, a number, or words.
 * Whether that kind fits the item is decided in judgement-kinds.ts.
 */
import type { JudgementKind } from '../../grading/rules/judgement.ts'
import { notApplicable, notEnoughEvidence } from '../../rubrics/rules/rubric.ts'

/** `kind: null` fits every kind: not applicable and not enough evidence stand beside any answer. */
export type JudgementValue = { kind: JudgementKind | null; value: string }

const GRADE_SPELLINGS = new Map([
  ['outstanding', 'outstanding'],
  ['o', 'outstanding'],
  ['good', 'good'],
  ['g', 'good'],
  ['requires improvement', 'requires_improvement'],
  ['requires improvement to be good', 'requires_improvement'],
  ['ri', 'requires_improvement'],
  ['inadequate', 'inadequate'],
  ['i', 'inadequate'],
])

const OUTSIDE_N = new Map([
  ['n/a', notApplicable],
  ['na', notApplicable],
  ['not applicable', notApplicable],
  ['ne', notEnoughEvidence],
  ['not enough evidence', notEnoughEvidence],
])

const YES_NO = new Map([
  ['yes', 'yes'],
  ['y', 'yes'],
  ['no', 'no'],
  ['n', 'no'],
])

/** A plain decimal number; fifteen digits are what survives a round trip. */
const NUMBER = /^[+-]?(?=\.?\d)\d*(\.\d+)?$/

/** The spellings to offer in a message about a grade. */
export const GRADE_WORDS = [
  'outstanding',
  'good',
  'requires improvement',
  'inadequate',
  'n/a',
  'not enough evidence',
]

/** Reads one cell; the words of a category come back trimmed, with single spaces, as typed otherwise. */
export const readJudgementValue = (cell: string): JudgementValue => {
  const words = cell.trim().replace(/\s+/g, ' ')
  const folded = words.toLowerCase().replace(/[_-]/g, ' ')
  const grade = GRADE_SPELLINGS.get(folded)
  if (grade) return { kind: 'grade', value: grade }
  const outside = OUTSIDE_N.get(folded)
  if (outside) return { kind: null, value: outside }
  const yesNo = YES_NO.get(folded)
  if (yesNo) return { kind: 'yes_no', value: yesNo }
  if (NUMBER.test(words) && words.length <= 17) return { kind: 'number', value: `${Number(words)}` }
  return { kind: 'category', value: words }
}
