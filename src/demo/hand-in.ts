/** Submits an audit, which is never refused: a plan is always whole. */
import { submitAudit } from '../audits/submit-audit.ts'
import type { Context } from '../db/transaction.ts'

/** @param ctx with the auditor as actor */
export const handIn = async (ctx: Context, auditId: string): Promise<void> => {
  const submission = await submitAudit(ctx, { auditId })
  if (submission.ok) return
  const missing = submission.missing.map(({ text }) => text).join('; ')
  throw new Error(`audit ${auditId} is not whole: ${missing}`)
}
