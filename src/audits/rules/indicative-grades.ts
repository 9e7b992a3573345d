/** An audit's answers handed to the grading rules: an indicative grade for each theme and for the audit. */
import { gradedCriteria, safetyOf } from '../../grading/rules/graded-criteria.ts'
import {
  indicativeAuditGrade,
  indicativeThemeGrade,
  type ThemeAnswers,
} from '../../grading/rules/indicative-grade.ts'
import { rulesOf } from '../../rubrics/rules/grading-rule.ts'
import { auditThemeKey, type Rubric } from '../../rubrics/rules/rubric.ts'
import { type AuditWork, givenAnswers, type IndicativeGrades } from './audit-work.ts'

const themeAnswers = (work: AuditWork, rubric: Rubric): ThemeAnswers => ({
  rules: rulesOf(rubric),
  criteria: gradedCriteria(rubric, givenAnswers(rubric, work.answers)),
})

export const indicativeGrades = (work: AuditWork): IndicativeGrades => {
  const themes = work.themes.map((theme) => ({
    title: theme.rubric.title,
    key: theme.theme,
    chosen: theme.moderatedGrade ?? theme.auditorGrade ?? undefined,
    ...themeAnswers(work, theme.rubric),
  }))
  const audit = indicativeAuditGrade({
    themes,
    common: themeAnswers(work, work.common),
    safety: safetyOf(givenAnswers(work.common, work.answers), false),
  })
  return new Map([
    ...themes.map((theme) => [theme.key, indicativeThemeGrade(theme)] as const),
    [auditThemeKey, audit],
  ])
}
