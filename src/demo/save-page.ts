/** Saves a page of an audit as its button does, through the product's own verb. */
import { saveSection } from '../audits/save-section.ts'
import type { Context } from '../db/transaction.ts'
import type { PlannedPage } from './rules/plan-pages.ts'

/** @param ctx with the auditor as actor */
export const savePage = async (
  ctx: Context,
  auditId: string,
  { answers, grade }: PlannedPage
): Promise<void> => {
  const sent = answers.map(({ theme: _theme, ...answer }) => ({ ...answer, revision: 0 }))
  const { outcomes, gradeOutcome } = await saveSection(ctx, {
    auditId,
    answers: sent,
    grade: grade && { ...grade, revision: 0 },
  })
  const kinds = [...outcomes.values(), ...(gradeOutcome ? [gradeOutcome] : [])]
  if (kinds.some(({ kind }) => kind !== 'saved')) {
    throw new Error(`a page of audit ${auditId} was not saved`)
  }
}
