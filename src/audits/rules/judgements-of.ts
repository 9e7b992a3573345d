/** What an audit says, as the statistics count it: every theme grade, the audit grade and each answer called for. */
import { type Judgement, joinChoices } from '../../grading/rules/judgement.ts'
import { auditThemeKey, type Item, notApplicable } from '../../rubrics/rules/rubric.ts'
import { scaleOf, themeValues } from '../../rubrics/rules/scale.ts'
import { choicesOf } from './answer-shape.ts'
import { type AuditWork, rubricsOf, shownItemsOf, type ThemeGrade } from './audit-work.ts'

/** Where everything was not applicable there was nothing to grade, and that is what is counted. */
const gradeJudgement = (grade: ThemeGrade): Judgement => ({
  theme: grade.theme,
  item: null,
  kind: 'grade',
  auditorValue: grade.auditorGrade ?? notApplicable,
  moderatedValue: grade.moderatedGrade,
})

const itemJudgement = (work: AuditWork, theme: string, item: Item): Judgement[] => {
  const answer = work.answers.get(item.key)
  if (!answer || answer.state === 'blank' || item.kind === 'text') return []
  const value =
    answer.state === 'answered' ? joinChoices(choicesOf(item, answer.value ?? '')) : answer.state
  return [{ theme, item: item.key, kind: item.kind, auditorValue: value, moderatedValue: null }]
}

export const judgementsOf = (work: AuditWork): readonly Judgement[] => [
  // What has no order has no grade of the theme.
  ...work.themes
    .filter(({ rubric }) => themeValues(scaleOf(rubric)).length > 0)
    .map(gradeJudgement),
  { ...gradeJudgement(work.overall), theme: auditThemeKey },
  ...rubricsOf(work).flatMap((rubric) =>
    shownItemsOf(rubric, work.answers).flatMap((item) => itemJudgement(work, rubric.key, item))
  ),
]
