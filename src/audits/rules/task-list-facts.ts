/** The parts of an audit with how far each has come, for its first page. */
import { auditThemeKey } from '../../rubrics/rules/rubric.ts'
import { scaleValueOf } from '../../rubrics/rules/scale.ts'
import { type AuditWork, scaleOfTheme } from './audit-work.ts'
import { type Concluded, missingFrom } from './ready.ts'
import { auditProgress, sectionProgress, sectionsOf } from './sections.ts'
import { sideFacts } from './side-facts.ts'

export const taskListFacts = (work: AuditWork, concluded: Concluded, button: string) => {
  const missing = missingFrom(work, concluded)
  const { steps } = sideFacts(work, '')
  const isDone = (key: string) => steps.find((step) => step.key === key)?.isDone === true
  const tasks = sectionsOf(work).map((section) => {
    const progress = sectionProgress(work, section)
    return {
      title: section.title,
      place: `themes/${section.key}`,
      ...progress,
      isDone: isDone(section.key),
      isStarted: progress.answered > 0,
      grade:
        scaleValueOf(
          scaleOfTheme(work, section.key),
          work.themes.find(({ theme }) => theme === section.key)?.auditorGrade
        ) ?? null,
    }
  })
  const conclusionsDone =
    work.overall.auditorGrade !== null && !missing.some(({ section }) => section === auditThemeKey)
  const isBegun =
    work.overall.auditorGrade !== null ||
    concluded.findings.length > 0 ||
    concluded.actions.length > 0
  const next = tasks.find((task) => !task.isDone)?.place
  return {
    ...auditProgress(work),
    tasks,
    closing: [
      {
        title: 'Overall grade, strengths, areas, actions',
        place: 'conclusions',
        status: conclusionsDone ? 'Done' : isBegun ? 'In progress' : 'Not started',
        isDone: conclusionsDone,
        isBegun: isBegun && !conclusionsDone,
      },
      {
        title: 'Check and submit',
        place: 'check',
        status: missing.length === 0 ? 'Ready to submit' : 'Not ready yet',
        isDone: missing.length === 0,
        isBegun: false,
      },
    ],
    button: {
      text: missing.length === 0 ? 'Check and submit' : button,
      place: next ?? (conclusionsDone ? 'check' : 'conclusions'),
    },
  }
}
