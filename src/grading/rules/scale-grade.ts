/**
 * The indicative grade of a theme on another scale than the four grades: the middle of its answers, where the scale has
 * an order. The caps of indicative-grade.ts are rules about the four grades and do not hold here (decision 0022).
 */
import { type GivenAnswers, shownItems } from '../../rubrics/rules/applicability.ts'
import { rulesOf } from '../../rubrics/rules/grading-rule.ts'
import { isCriterion, notEnoughEvidence, type Rubric } from '../../rubrics/rules/rubric.ts'
import { scaleOf, themeValues } from '../../rubrics/rules/scale.ts'
import type { IndicativeGrade } from './indicative-grade.ts'

/** As {@link IndicativeGrade}, the grade being the key of a value of the theme's own scale. */
export type ScaleGrade = Omit<IndicativeGrade, 'grade' | 'pointsTo'> & {
  readonly grade: string | undefined
  readonly pointsTo: string | undefined
}

/**
 * Not applicable, not enough evidence, unanswered and what the scale counts beside *n* are left out. Of two middle
 * values the worse, or the better where the rubric says so. A scale without an order gives no grade.
 */
export const indicativeOnScale = (rubric: Rubric, answers: GivenAnswers): ScaleGrade => {
  const criteria = shownItems(rubric, answers).filter(isCriterion)
  const order = themeValues(scaleOf(rubric)).map(({ key }) => key)
  const given = criteria.map(({ key }) => answers[key])
  const places = given
    .map((answer) => (typeof answer === 'string' ? order.indexOf(answer) : -1))
    .filter((place) => place >= 0)
    .toSorted((a, b) => a - b)
  const isBetter = rulesOf(rubric).lower_median === 'off'
  const middle = places[Math.floor((places.length - (isBetter ? 1 : 0)) / 2)]
  const grade = middle === undefined ? undefined : order[middle]
  return {
    grade,
    pointsTo: grade,
    reasons: [],
    soFar: given.some((answer) => answer === undefined || answer === ''),
    needsSecondLook: given.includes(notEnoughEvidence),
  }
}
