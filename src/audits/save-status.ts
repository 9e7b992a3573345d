/** What the page says about each thing it sent: saved, refused and why, or changed by somebody else meanwhile. */
import type { PostedAnswer } from './rules/answer-shape.ts'
import { scaleOfTheme } from './rules/audit-work.ts'
import { conflictFields } from './rules/conflict-fields.ts'
import { gradeConflict } from './rules/grade-fields.ts'
import type { ItemForm } from './rules/item-form.ts'
import type { AnswerOutcome } from './save-answers.ts'
import type { ThemeGradeOutcome } from './save-theme-grade.ts'

export type SaveStatus =
  | {
      readonly kind: 'refused'
      readonly messages: string[]
      /** Everything else that was sent is saved. */
      readonly isRestSaved?: boolean
    }
  | {
      readonly kind: 'conflict'
      readonly by: string
      /** Instant, where it is known. */
      readonly at: string | undefined
      readonly fields: ReturnType<typeof conflictFields>[number][]
    }

/** Only its auditor writes conclusions and grades, so whoever was first was the same person elsewhere. */
export const OWN_OTHER_TAB = 'You, in another tab or window,'

/** A sentence of what is wrong and what would be right, without its full stop. */
export const refusedStatus = (message: string): SaveStatus => ({
  kind: 'refused',
  messages: [`${message}.`],
})

/** 200, 409 or 422: what the page is told of the outcome. */
export const codeOf = (status: SaveStatus | undefined): 200 | 409 | 422 =>
  status === undefined ? 200 : status.kind === 'conflict' ? 409 : 422

/** Undefined when it was saved. */
export const answerStatus = (
  form: ItemForm,
  sent: PostedAnswer,
  outcome: AnswerOutcome
): SaveStatus | undefined => {
  if (outcome.kind === 'saved') return undefined
  if (outcome.kind === 'refused') return refusedStatus(outcome.message)
  const { by, current } = outcome
  return {
    kind: 'conflict',
    by,
    at: current.savedAt,
    fields: [...conflictFields(form.item, sent, current)],
  }
}

/** The form with what was sent in it; after a conflict it builds on what is stored, so that saving again keeps mine. */
export const sentForm = (form: ItemForm, sent: PostedAnswer, outcome: AnswerOutcome): ItemForm => ({
  ...form,
  values: sent.values,
  evidence: sent.evidence,
  reason: sent.reason,
  revision: outcome.kind === 'conflict' ? outcome.current.revision : sent.revision,
})

export const gradeStatus = (
  sent: { readonly grade: string; readonly reason: string },
  outcome: ThemeGradeOutcome
): SaveStatus | undefined => {
  if (outcome.kind === 'saved') return undefined
  if (outcome.kind === 'refused') return refusedStatus(outcome.message)
  return {
    kind: 'conflict',
    by: OWN_OTHER_TAB,
    at: outcome.current.savedAt ?? undefined,
    fields: [
      ...gradeConflict(sent, outcome.current, scaleOfTheme(outcome.work, outcome.current.theme)),
    ],
  }
}
