/** The auditor's own grade as its form shows it, and two of them side by side. */
import type { ThemeGrade } from './audit-work.ts'
import type { ConflictField } from './conflict-fields.ts'

export type GradeFields = {
  readonly question: string
  readonly hint: string
  readonly grade: Pick<ThemeGrade, 'theme' | 'revision' | 'savedAt'>
  readonly value: string
  readonly reason: string
}

export const themeGradeFields = (grade: ThemeGrade, title: string): GradeFields => ({
  question: `Your grade for ${title}`,
  hint: 'The indicative grade is worked out from the answers above. Yours is the one that counts.',
  grade,
  value: grade.auditorGrade ?? '',
  reason: grade.auditorReason ?? '',
})

export const overallGradeFields = (grade: ThemeGrade): GradeFields => ({
  question: 'Your overall grade',
  hint: 'How good was the work with this child, all themes together? Never an average: what mattered most to the child weighs most.',
  grade,
  value: grade.auditorGrade ?? '',
  reason: grade.auditorReason ?? '',
})

const inWords = (grade: string): string =>
  grade === '' ? '' : grade.charAt(0).toUpperCase() + grade.slice(1).replaceAll('_', ' ')

export const gradeConflict = (
  sent: { readonly grade: string; readonly reason: string },
  current: ThemeGrade
): readonly ConflictField[] =>
  [
    {
      label: 'Your grade',
      name: 'grade',
      theirsValue: [current.auditorGrade ?? ''],
      mine: inWords(sent.grade),
      theirs: inWords(current.auditorGrade ?? ''),
    },
    {
      label: 'Why it differs',
      name: 'grade_reason',
      theirsValue: [current.auditorReason ?? ''],
      mine: sent.reason,
      theirs: current.auditorReason ?? '',
    },
  ].filter(({ mine, theirs }) => mine !== theirs)
