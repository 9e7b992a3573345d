/**
 * Compares and combines grades, which are ordered and never added or averaged. Their names and
 * order come from the rubrics' scale; how they make an indicative grade is in indicative-grade.ts.
 */
import { type Grade, grades } from '../../rubrics/rules/scale.ts'

/** An answer to a criterion; undefined is not answered yet. */
export type CriterionAnswer = Grade | 'not_applicable' | 'not_enough_evidence' | undefined

/** Negative when `a` is the better grade, positive when it is the worse, 0 when they are the same. */
export const compareGrades = (a: Grade, b: Grade): number => grades.indexOf(a) - grades.indexOf(b)

export const isWorse = (grade: Grade, than: Grade): boolean => compareGrades(grade, than) > 0

/**
 * The middle grade from best to worst; of an even number the worse of the two middle ones, or the
 * better when asked. Undefined when there is none.
 */
export const middleGrade = (
  given: readonly Grade[],
  ofTwo: 'worse' | 'better' = 'worse'
): Grade | undefined => {
  const sorted = given.toSorted(compareGrades)
  return sorted[Math.floor((given.length - (ofTwo === 'better' ? 1 : 0)) / 2)]
}

/** A grade inside a sentence, such as `requires improvement`. */
export const gradeInWords = (grade: Grade): string => grade.replaceAll('_', ' ')
