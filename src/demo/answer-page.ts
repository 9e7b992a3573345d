/** Saves a page of answers as its button does, through the product's own verb. */
import { saveAnswers } from '../audits/save-answers.ts'
import type { Context } from '../db/transaction.ts'
import type { PlannedAnswer } from './rules/plan-audit.ts'

/** @param ctx with the auditor as actor */
export const answerPage = async (
  ctx: Context,
  auditId: string,
  answers: readonly PlannedAnswer[]
): Promise<void> => {
  const sent = answers.map(({ theme: _theme, ...answer }) => ({ ...answer, revision: 0 }))
  const { outcomes } = await saveAnswers(ctx, { auditId, answers: sent })
  for (const [itemKey, outcome] of outcomes) {
    if (outcome.kind !== 'saved') throw new Error(`${itemKey} of audit ${auditId} was not saved`)
  }
}
