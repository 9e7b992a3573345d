/** Picks from the answers to a rubric what the indicative grade is made of. */
import { type GivenAnswers, shownItems } from '../../rubrics/rules/applicability.ts'
import {
  isCriterion,
  notApplicable,
  notEnoughEvidence,
  type Rubric,
} from '../../rubrics/rules/rubric.ts'
import { isGrade } from '../../rubrics/rules/scale.ts'
import type { Safety } from './cap.ts'
import type { CriterionAnswer } from './grade.ts'
import type { GradedCriterion } from './indicative-grade.ts'

/** The criteria that are shown, each with its answer; anything that is no answer counts as none yet. */
export const gradedCriteria = (
  rubric: Pick<Rubric, 'items'>,
  answers: GivenAnswers
): readonly GradedCriterion[] =>
  shownItems(rubric, answers)
    .filter(isCriterion)
    .map(({ key, short, critical }) => ({
      key,
      short,
      critical,
      answer: criterionAnswer(answers[key]),
    }))

const criterionAnswer = (given: GivenAnswers[string]): CriterionAnswer =>
  isGrade(given) || given === notApplicable || given === notEnoughEvidence ? given : undefined

/** What the answers to the common block say about the child's safety. */
export const safetyOf = (answers: GivenAnswers, capSetAside: boolean): Safety => {
  const safeNow = answers['common.safe_now']
  const alreadyKnown = answers['common.already_known']
  return {
    safeNow:
      safeNow === 'yes' || safeNow === 'no' || safeNow === 'cannot_tell' ? safeNow : undefined,
    alreadyKnown: alreadyKnown === 'yes' || alreadyKnown === 'no' ? alreadyKnown : undefined,
    capSetAside,
  }
}
