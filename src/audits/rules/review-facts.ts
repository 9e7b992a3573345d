/** A whole audit laid out for reading: every part with its questions, answers and grades, in order. */
import { auditThemeKey, isCriterion } from '../../rubrics/rules/rubric.ts'
import {
  type Scale,
  type ScaleValue,
  scaleOf,
  scaleValueOf,
  themeValues,
} from '../../rubrics/rules/scale.ts'
import { keptAnswerWords } from './answer-words.ts'
import { type AuditWork, scaleOfItem, scaleOfTheme, shownItemsOf } from './audit-work.ts'
import type { CapSetAside } from './cap-set-aside.ts'
import { itemId } from './ready.ts'
import { sectionsOf } from './sections.ts'

export type ReviewedAnswer = {
  readonly id: string
  readonly question: string
  readonly short: string
  readonly isCritical: boolean
  /** A value of the scale, or the key of what is set aside, for a criterion; null for a measure or while there is none. */
  readonly grade: ScaleValue | string | null
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
  /** A theme's on its own scale; imported history has keys of the four grades. */
  readonly auditor: ScaleValue | null
  readonly auditorReason: string
  readonly indicative: ScaleValue | null
  readonly indicativeReasons: readonly string[]
  readonly moderated: ScaleValue | null
  /** Of the audit's own grade: a QA lead has set aside that the child's safety caps it. */
  readonly capSetAside?: CapSetAside | undefined
}

const gradeOf = (theme: AuditWork['overall'], scale: Scale): ReviewedGrade => ({
  auditor: scaleValueOf(scale, theme.auditorGrade) ?? null,
  auditorReason: theme.auditorReason ?? '',
  indicative: scaleValueOf(scale, theme.indicativeGrade) ?? null,
  indicativeReasons: theme.indicativeReasons,
  moderated: scaleValueOf(scale, theme.moderatedGrade) ?? null,
})

export const reviewOf = (
  work: AuditWork
): { readonly sections: readonly ReviewedSection[]; readonly overall: ReviewedGrade } => ({
  overall: {
    ...gradeOf(work.overall, scaleOfTheme(work, auditThemeKey)),
    capSetAside: work.capSetAside,
  },
  sections: sectionsOf(work).map((section) => {
    const theme = work.themes.find((each) => each.theme === section.key)
    const shown = shownItemsOf(theme?.rubric ?? work.common, work.answers)
    return {
      key: section.key,
      title: section.title,
      place: `themes/${section.key}`,
      grade:
        theme && themeValues(scaleOf(theme.rubric)).length > 0
          ? gradeOf(theme, scaleOf(theme.rubric))
          : undefined,
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
                  ? (scaleValueOf(scaleOfItem(work, item), answer.value) ?? answer.value)
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
