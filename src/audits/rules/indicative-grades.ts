/** An audit's answers handed to the grading rules: an indicative grade for each theme and for the audit. */
import { gradedCriteria, safetyOf } from '../../grading/rules/graded-criteria.ts'
import {
  indicativeAuditGrade,
  indicativeThemeGrade,
  type ThemeAnswers,
} from '../../grading/rules/indicative-grade.ts'
import { indicativeOnScale, type ScaleGrade } from '../../grading/rules/scale-grade.ts'
import { rulesOf } from '../../rubrics/rules/grading-rule.ts'
import { auditThemeKey, type Rubric } from '../../rubrics/rules/rubric.ts'
import { isGrade } from '../../rubrics/rules/scale.ts'
import { type AuditWork, givenAnswers, type IndicativeGrades } from './audit-work.ts'

const themeAnswers = (work: AuditWork, rubric: Rubric): ThemeAnswers => ({
  rules: rulesOf(rubric),
  criteria: gradedCriteria(rubric, givenAnswers(rubric, work.answers)),
})

/** Themes on other scales have a grade of their own kind and do not count towards the audit's (decision 0022). */
export const indicativeGrades = (work: AuditWork): IndicativeGrades => {
  const onScales = work.themes
    .filter(({ rubric }) => rubric.ownScale !== undefined)
    .map(({ theme, rubric }) => ({
      key: theme,
      ...indicativeOnScale(rubric, givenAnswers(rubric, work.answers)),
    }))
  const themes = work.themes
    .filter(({ rubric }) => rubric.ownScale === undefined)
    .map((theme) => {
      const chosen = theme.moderatedGrade ?? theme.auditorGrade
      return {
        title: theme.rubric.title,
        key: theme.theme,
        chosen: isGrade(chosen) ? chosen : undefined,
        ...themeAnswers(work, theme.rubric),
      }
    })
  const audit = indicativeAuditGrade({
    themes,
    common: themeAnswers(work, work.common),
    safety: safetyOf(givenAnswers(work.common, work.answers), work.capSetAside !== undefined),
    others: onScales,
  })
  return new Map<string, ScaleGrade>([
    ...themes.map((theme) => [theme.key, indicativeThemeGrade(theme)] as const),
    ...onScales.map((theme) => [theme.key, theme] as const),
    [auditThemeKey, audit],
  ])
}
