/** Adds to one answer of an audit that was given back, and submits it again. */
import { saveAnswers } from '../audits/save-answers.ts'
import type { Context } from '../db/transaction.ts'
import { handIn } from './hand-in.ts'
import { ringFirst } from './ring-first.ts'
import type { PlannedAnswer } from './rules/plan-audit.ts'

const ADDITION = 'Looked at again with the worker: the minutes of the last meeting bear it out.'

/**
 * @param ctx with the auditor as actor
 * @returns the safety notice that an answer from before there were notices has now opened, if any
 */
export const correctAudit = async (
  ctx: Context,
  auditId: string,
  answer: PlannedAnswer
): Promise<string | undefined> => {
  const { theme: _theme, ...sent } = answer
  const evidence = `${sent.evidence} ${ADDITION}`.trim()
  await saveAnswers(ctx, { auditId, answers: [{ ...sent, evidence, revision: 1 }] })
  const noticeId = await ringFirst(ctx, auditId)
  await handIn(ctx, auditId)
  return noticeId
}
