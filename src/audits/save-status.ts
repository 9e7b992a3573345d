/** What the page says about each thing it sent: saved, refused and why, or changed by somebody else meanwhile. */
import type { PostedAnswer } from './rules/answer-shape.ts'
import { conflictFields } from './rules/conflict-fields.ts'
import { gradeConflict } from './rules/grade-fields.ts'
import type { ItemForm } from './rules/item-form.ts'
import type { AnswerOutcome } from './save-answers.ts'
import type { ThemeGradeOutcome } from './save-theme-grade.ts'

export type SaveStatus =
  | { readonly kind: 'refused'; readonly messages: string[] }
  | {
      readonly kind: 'conflict'
      readonly by: string
      readonly at: string
      readonly fields: ReturnType<typeof conflictFields>[number][]
    }

/** Undefined when it was saved. */
export const answerStatus = (
  form: ItemForm,
  sent: PostedAnswer,
  outcome: AnswerOutcome
): SaveStatus | undefined => {
  if (outcome.kind === 'saved') return undefined
  if (outcome.kind === 'refused') return { kind: 'refused', messages: [`${outcome.message}.`] }
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
  if (outcome.kind === 'refused') return { kind: 'refused', messages: [`${outcome.message}.`] }
  return {
    kind: 'conflict',
    by: 'You, in another tab or window,',
    at: outcome.current.savedAt ?? '',
    fields: [...gradeConflict(sent, outcome.current)],
  }
}
