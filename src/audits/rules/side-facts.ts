/** What the panel beside the work says: grade so far and why, progress, the parts and where one is. */
import { type ScaleValue, scaleValueOf, themeValues } from '../../rubrics/rules/scale.ts'
import { type AuditWork, isAnswered, scaleOfTheme, shownItemsOf } from './audit-work.ts'
import type { CapSetAside } from './cap-set-aside.ts'
import { indicativeGrades } from './indicative-grades.ts'
import { overallLacks, sectionMissing } from './ready.ts'
import { auditProgress, type Progress, type Section, sectionsOf } from './sections.ts'

export type SideStepFacts = {
  readonly key: string
  readonly title: string
  /** Below the audit's address. */
  readonly place: string
  readonly isDone: boolean
  readonly isCurrent: boolean
}

/** What every save can change: the grade so far and how far the work is. */
export type SideState = {
  readonly grade: ScaleValue | null
  /** True where the scale has no order: answers are counted and make no grade. */
  readonly hasNoGrade: boolean
  readonly reasons: readonly string[]
  readonly soFar: boolean
  readonly needsSecondLook: boolean
  readonly progress: Progress
  /** Beside the audit's own grade, which a QA lead has freed of a cap. */
  readonly capSetAside: CapSetAside | undefined
}

export type SideFacts = SideState & {
  /** Of the theme, or of the audit where the part has no grade of its own. */
  readonly gradeOf: 'theme' | 'audit'
  readonly steps: readonly SideStepFacts[]
}

/** Nothing is missing and, so that an untouched part of optional questions is not done, something was answered. */
const isSectionDone = (work: AuditWork, section: Section): boolean => {
  const rubric = work.themes.find(({ theme }) => theme === section.theme)?.rubric ?? work.common
  const isTouched = shownItemsOf(rubric, work.answers).some(
    (item) => section.items.includes(item) && isAnswered(work.answers.get(item.key))
  )
  return isTouched && sectionMissing(work, section).length === 0
}

const sectionStep = (work: AuditWork, section: Section, current: string): SideStepFacts => ({
  key: section.key,
  title: section.title,
  place: `themes/${section.key}`,
  isDone: isSectionDone(work, section),
  isCurrent: section.key === current,
})

const conclusionsStep = (work: AuditWork, current: string): SideStepFacts => ({
  key: 'conclusions',
  title: 'Overall grade, strengths, areas, actions',
  place: 'conclusions',
  isDone: work.overall.auditorGrade !== null && overallLacks(work) === undefined,
  isCurrent: current === 'conclusions',
})

export const sideState = (work: AuditWork, current: string): SideState => {
  const kept = work.themes.find((each) => each.theme === current) ?? work.overall
  const indicative = (work.indicative ?? indicativeGrades(work)).get(kept.theme)
  const scale = scaleOfTheme(work, kept.theme)
  return {
    grade: scaleValueOf(scale, kept.indicativeGrade) ?? null,
    hasNoGrade: themeValues(scale).length === 0,
    reasons: kept.indicativeReasons,
    soFar: indicative?.soFar ?? false,
    needsSecondLook: indicative?.needsSecondLook ?? false,
    progress: auditProgress(work),
    capSetAside: kept === work.overall ? work.capSetAside : undefined,
  }
}

/** The step that a save finished or unfinished; undefined where it did neither. */
export const changedStep = (
  before: AuditWork,
  after: AuditWork,
  current: string
): SideStepFacts | undefined => {
  const stepOf = (work: AuditWork) => {
    const section = sectionsOf(work).find(({ key }) => key === current)
    return section ? sectionStep(work, section, current) : conclusionsStep(work, current)
  }
  const step = stepOf(after)
  return step.isDone === stepOf(before).isDone ? undefined : step
}

/** @param current a section's key, `conclusions` or `check` */
export const sideFacts = (work: AuditWork, current: string): SideFacts => ({
  ...sideState(work, current),
  gradeOf: work.themes.some(({ theme }) => theme === current) ? 'theme' : 'audit',
  steps: [
    ...sectionsOf(work).map((section) => sectionStep(work, section, current)),
    conclusionsStep(work, current),
    {
      key: 'check',
      title: 'Check and submit',
      place: 'check',
      isDone: false,
      isCurrent: current === 'check',
    },
  ],
})
