/** A whole audit laid out for reading: every part with its questions, answers and grades, in order. */
import { isCriterion } from '../../rubrics/rules/rubric.ts'
import type { Grade } from '../../rubrics/rules/scale.ts'
import { keptAnswerWords } from './answer-words.ts'
import { type AuditWork, shownItemsOf } from './audit-work.ts'
import { itemId } from './ready.ts'
import { sectionsOf } from './sections.ts'

export type ReviewedAnswer = {
  readonly id: string
  readonly question: string
  readonly short: string
  readonly isCritical: boolean
  /** A grade's key, or what is set aside, for a criterion; null for a measure or while there is none. */
  readonly grade: string | null
  /** As people read it; empty while there is no answer. A measure's, or a text of its own. */
  readonly words: string
  readonly evidence: string
  /** Only while it says why the answer is set aside. */
  readonly reason: string
}

export type ReviewedSection = {
  readonly key: string
  readonly title: string
  /** Below the audit's address. */
  readonly place: string
  readonly answers: readonly ReviewedAnswer[]
  /** Of a theme. */
  readonly grade: ReviewedGrade | undefined
}

export type ReviewedGrade = {
  readonly auditor: Grade | null
  readonly auditorReason: string
  readonly indicative: Grade | null
  readonly indicativeReasons: readonly string[]
  readonly moderated: Grade | null
}

const gradeOf = (theme: AuditWork['overall']): ReviewedGrade => ({
  auditor: theme.auditorGrade,
  auditorReason: theme.auditorReason ?? '',
  indicative: theme.indicativeGrade,
  indicativeReasons: theme.indicativeReasons,
  moderated: theme.moderatedGrade,
})

export const reviewOf = (
  work: AuditWork
): { readonly sections: readonly ReviewedSection[]; readonly overall: ReviewedGrade } => ({
  overall: gradeOf(work.overall),
  sections: sectionsOf(work).map((section) => {
    const theme = work.themes.find((each) => each.theme === section.key)
    const shown = shownItemsOf(theme?.rubric ?? work.common, work.answers)
    return {
      key: section.key,
      title: section.title,
      place: `themes/${section.key}`,
      grade: theme && gradeOf(theme),
      answers: shown
        .filter((item) => section.items.includes(item))
        .map((item) => {
          const answer = work.answers.get(item.key)
          const isSetAside =
            answer?.state === 'not_applicable' || answer?.state === 'not_enough_evidence'
          return {
            id: itemId(item.key),
            question: item.question,
            short: item.short,
            isCritical: isCriterion(item) && item.critical,
            grade:
              isCriterion(item) && answer && answer.state !== 'blank'
                ? answer.state === 'answered'
                  ? answer.value
                  : answer.state
                : null,
            words: keptAnswerWords(item, answer),
            evidence: answer?.evidence ?? '',
            reason: isSetAside ? answer.reason : '',
          }
        }),
    }
  }),
})
