/** Gives a submitted audit back to its auditor, who adds to one answer and submits it again. */
import { reopenAudit } from '../audits/reopen-audit.ts'
import { saveAnswers } from '../audits/save-answers.ts'
import type { Context } from '../db/transaction.ts'
import { handIn } from './act-out-audit.ts'
import { reopenReasons } from './rules/every-audit-words.ts'
import type { PlannedAnswer } from './rules/plan-audit.ts'

/** @param ctx with a QA lead as actor */
export const giveBack = (ctx: Context, auditId: string, nth: number): Promise<void> =>
  reopenAudit(ctx, { auditId, reason: reopenReasons[nth % reopenReasons.length] ?? '' })

const addition = 'Looked at again with the worker: the minutes of the last meeting bear it out.'

/** @param ctx with the auditor as actor */
export const correct = async (
  ctx: Context,
  auditId: string,
  answer: PlannedAnswer
): Promise<void> => {
  const { theme: _theme, ...sent } = answer
  const evidence = `${sent.evidence} ${addition}`.trim()
  await saveAnswers(ctx, { auditId, answers: [{ ...sent, evidence, revision: 1 }] })
  await handIn(ctx, auditId)
}
