/** What the panel beside the work says: grade so far and why, progress, the parts and where one is. */
import type { Grade } from '../../rubrics/rules/scale.ts'
import { type AuditWork, isAnswered, shownItemsOf } from './audit-work.ts'
import { indicativeGrades } from './indicative-grades.ts'
import { missingFrom } from './ready.ts'
import { auditProgress, type Progress, type Section, sectionsOf } from './sections.ts'

export type SideStepFacts = {
  readonly key: string
  readonly title: string
  /** Below the audit's address. */
  readonly place: string
  readonly isDone: boolean
  readonly isCurrent: boolean
}

export type SideFacts = {
  /** Of the theme, or of the audit where the part has no grade of its own. */
  readonly gradeOf: 'theme' | 'audit'
  readonly grade: Grade | null
  readonly reasons: readonly string[]
  readonly soFar: boolean
  readonly needsSecondLook: boolean
  readonly progress: Progress
  readonly steps: readonly SideStepFacts[]
}

/** Nothing is missing and, so that an untouched part of optional questions is not done, something was answered. */
const isSectionDone = (work: AuditWork, section: Section, missing: ReadonlySet<string>) =>
  !missing.has(section.key) &&
  shownItemsOf(
    work.themes.find(({ theme }) => theme === section.theme)?.rubric ?? work.common,
    work.answers
  ).some((item) => section.items.includes(item) && isAnswered(work.answers.get(item.key)))

/** @param current a section's key, `conclusions` or `check` */
export const sideFacts = (work: AuditWork, current: string): SideFacts => {
  const theme = work.themes.find((each) => each.theme === current)
  const kept = theme ?? work.overall
  const indicative = indicativeGrades(work).get(kept.theme)
  const missing = new Set(missingFrom(work).map(({ section }) => section))
  return {
    gradeOf: theme ? 'theme' : 'audit',
    grade: kept.indicativeGrade,
    reasons: kept.indicativeReasons,
    soFar: indicative?.soFar ?? false,
    needsSecondLook: indicative?.needsSecondLook ?? false,
    progress: auditProgress(work),
    steps: [
      ...sectionsOf(work).map((section) => ({
        key: section.key,
        title: section.title,
        place: `themes/${section.key}`,
        isDone: isSectionDone(work, section, missing),
        isCurrent: section.key === current,
      })),
      {
        key: 'conclusions',
        title: 'Overall grade, strengths, areas, actions',
        place: 'conclusions',
        isDone: work.overall.auditorGrade !== null && !missing.has('audit'),
        isCurrent: current === 'conclusions',
      },
      {
        key: 'check',
        title: 'Check and submit',
        place: 'check',
        isDone: false,
        isCurrent: current === 'check',
      },
    ],
  }
}
