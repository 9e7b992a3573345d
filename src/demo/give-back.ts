/** Gives a submitted audit back to its auditor, with a reason. */
import { reopenAudit } from '../audits/reopen-audit.ts'
import type { Context } from '../db/transaction.ts'
import { reopenReasons } from './rules/every-audit-words.ts'

/** @param ctx with a QA lead as actor */
export const giveBack = (ctx: Context, auditId: string, nth: number): Promise<void> =>
  reopenAudit(ctx, { auditId, reason: reopenReasons[nth % reopenReasons.length] ?? '' })
