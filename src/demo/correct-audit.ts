/** Adds to one answer of an audit that was given back, and submits it again. */
import { saveAnswers } from '../audits/save-answers.ts'
import type { Context } from '../db/transaction.ts'
import { handIn } from './hand-in.ts'
import { ringFirst } from './ring-first.ts'
import type { PlannedAnswer } from './rules/plan-audit.ts'

const ADDITION = 'Looked at again with the worker: the minutes of the last meeting bear it out.'

/** @param ctx with the auditor as actor */
export const correctAudit = async (
  ctx: Context,
  auditId: string,
  answer: PlannedAnswer
): Promise<void> => {
  const { theme: _theme, ...sent } = answer
  const evidence = `${sent.evidence} ${ADDITION}`.trim()
  await saveAnswers(ctx, { auditId, answers: [{ ...sent, evidence, revision: 1 }] })
  await ringFirst(ctx, auditId)
  await handIn(ctx, auditId)
}
