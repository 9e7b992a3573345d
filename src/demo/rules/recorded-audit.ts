/** An audit of the past as the product would hold it once everything is saved: built whole, not field by field. */
import { readAnswer } from '../../audits/rules/answer-shape.ts'
import type { AuditWork, KeptAnswer, ThemeGrade } from '../../audits/rules/audit-work.ts'
import { indicativeGrades } from '../../audits/rules/indicative-grades.ts'
import { auditThemeKey, type Rubric } from '../../rubrics/rules/rubric.ts'
import type { AuditPlan, PlannedAnswer, PlannedGrade } from './plan-audit.ts'

export interface RecordedAudit {
  readonly id: string
  readonly auditorId: string
  readonly common: Rubric
  /** Those that apply to the case, in the order of the round. */
  readonly themes: readonly Rubric[]
}

export type RecordedAnswer = KeptAnswer & { readonly theme: string }

/** The answers as they are kept. @param savedAt the instant of the save */
export const recordedAnswers = (
  audit: RecordedAudit,
  savedAt: string,
  answers: readonly PlannedAnswer[]
): RecordedAnswer[] => {
  const rubrics = [audit.common, ...audit.themes]
  const items = new Map(rubrics.flatMap(({ items }) => items.map((item) => [item.key, item])))
  return answers.map(({ theme, itemKey, ...sent }) => {
    const item = items.get(itemKey)
    const read = item && readAnswer(item, sent)
    if (!read?.ok) throw new Error(`${itemKey} cannot be answered so`)
    const by = { revision: 1, savedAt, savedBy: audit.auditorId }
    return { ...read.answer, ...by, theme, itemKey }
  })
}

const chosenGrade = ({ theme, grade, reason }: PlannedGrade, savedAt: string): ThemeGrade => ({
  theme,
  indicativeGrade: null,
  indicativeReasons: [],
  auditorGrade: grade,
  auditorReason: reason,
  moderatedGrade: null,
  revision: 1,
  savedAt,
})

/** The whole audit with its indicative grades. @param savedAt the instant at which the grades were saved */
export const recordedWork = (
  audit: RecordedAudit,
  answers: readonly RecordedAnswer[],
  plan: Pick<AuditPlan, 'grades'>,
  savedAt: string
): AuditWork => {
  const gradeOf = (theme: string) => {
    const planned = plan.grades.find((grade) => grade.theme === theme)
    if (!planned) throw new Error(`audit ${audit.id} has no grade for ${theme}`)
    return chosenGrade(planned, savedAt)
  }
  const work: AuditWork = {
    common: audit.common,
    themes: audit.themes.map((rubric) => ({ ...gradeOf(rubric.key), rubric })),
    overall: gradeOf(auditThemeKey),
    answers: new Map(answers.map((answer) => [answer.itemKey, answer])),
  }
  const indicative = indicativeGrades(work)
  const withIndicative = <G extends ThemeGrade>(grade: G): G => ({
    ...grade,
    indicativeGrade: indicative.get(grade.theme)?.grade ?? null,
    indicativeReasons: indicative.get(grade.theme)?.reasons ?? [],
  })
  return {
    ...work,
    themes: work.themes.map(withIndicative),
    overall: withIndicative(work.overall),
  }
}
