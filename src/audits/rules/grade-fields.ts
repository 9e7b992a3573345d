/** The auditor's own grade as its form shows it, and two of them side by side. */
import {
  fourGrade,
  type Scale,
  type ScaleValue,
  scaleValueOf,
  themeValues,
} from '../../rubrics/rules/scale.ts'
import type { ThemeGrade } from './audit-work.ts'
import type { ConflictField } from './conflict-fields.ts'

export type GradeFields = {
  readonly question: string
  readonly hint: string
  /** What can be chosen, best first. */
  readonly choices: readonly Pick<ScaleValue, 'key' | 'label'>[]
  readonly grade: Pick<ThemeGrade, 'theme' | 'revision' | 'savedAt'>
  readonly value: string
  readonly reason: string
}

/** Undefined on a scale without an order: there is no grade of the theme. */
export const themeGradeFields = (
  grade: ThemeGrade,
  title: string,
  scale: Scale
): GradeFields | undefined =>
  themeValues(scale).length === 0
    ? undefined
    : {
        question: `Your grade for ${title}`,
        choices: themeValues(scale),
        hint: 'The indicative grade is worked out from the answers above. Yours is the one that counts.',
        grade,
        value: grade.auditorGrade ?? '',
        reason: grade.auditorReason ?? '',
      }

export const overallGradeFields = (grade: ThemeGrade): GradeFields => ({
  question: 'Your overall grade',
  choices: themeValues(fourGrade),
  hint: 'How good was the work with this child, all themes together? Never an average: what mattered most to the child weighs most.',
  grade,
  value: grade.auditorGrade ?? '',
  reason: grade.auditorReason ?? '',
})

const inWords = (scale: Scale, grade: string): string => scaleValueOf(scale, grade)?.label ?? grade

export const gradeConflict = (
  sent: { readonly grade: string; readonly reason: string },
  current: ThemeGrade,
  scale: Scale
): readonly ConflictField[] =>
  [
    {
      label: 'Your grade',
      name: 'grade',
      theirsValue: [current.auditorGrade ?? ''],
      mine: inWords(scale, sent.grade),
      theirs: inWords(scale, current.auditorGrade ?? ''),
    },
    {
      label: 'Why it differs',
      name: 'grade_reason',
      theirsValue: [current.auditorReason ?? ''],
      mine: sent.reason,
      theirs: current.auditorReason ?? '',
    },
  ].filter(({ mine, theirs }) => mine !== theirs)
