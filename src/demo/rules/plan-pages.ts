/** A plan's answers as the pages on which they are given: safety first, then a page for each theme, then the rest. */
import type { AuditPlan, PlannedAnswer, PlannedGrade } from './plan-audit.ts'

export interface PlannedPage {
  readonly theme: string
  readonly answers: readonly PlannedAnswer[]
  /** The grade at the foot of a theme's page; undefined on the pages of the common questions. */
  readonly grade: PlannedGrade | undefined
}

/** In the order in which they are worked through; the common questions come twice. */
export const pagesOf = ({
  answers,
  grades,
}: Pick<AuditPlan, 'answers' | 'grades'>): PlannedPage[] => {
  const pages: { theme: string; answers: PlannedAnswer[] }[] = []
  for (const answer of answers) {
    const last = pages.at(-1)
    if (last?.theme === answer.theme) last.answers.push(answer)
    else pages.push({ theme: answer.theme, answers: [answer] })
  }
  return pages.map((page) => ({ ...page, grade: grades.find(({ theme }) => theme === page.theme) }))
}

/**
 * As far as somebody has come who has answered so many questions: the page they are on has no grade yet.
 *
 * @param answered how many of the plan's answers are given
 */
export const pagesUpTo = (plan: AuditPlan, answered: number): PlannedPage[] => {
  let left = answered
  return pagesOf(plan).flatMap((page) => {
    const answers = page.answers.slice(0, Math.max(0, left))
    left -= page.answers.length
    if (answers.length === 0) return []
    return [{ ...page, answers, grade: left >= 0 ? page.grade : undefined }]
  })
}
