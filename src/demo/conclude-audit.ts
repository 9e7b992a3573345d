/** Saves the conclusions of an audit, its grades, findings and actions, through the product's own verbs. */
import { saveAction } from '../actions/save-action.ts'
import { saveFinding } from '../audits/save-finding.ts'
import { saveThemeGrade } from '../audits/save-theme-grade.ts'
import { type Context, inTransaction } from '../db/transaction.ts'
import type { AuditPlan, OwnedAction } from './rules/plan-audit.ts'

/**
 * @param ctx with the auditor as actor
 * @returns the ids of the actions, in their order
 */
export const concludeAudit = (
  ctx: Context,
  auditId: string,
  plan: Pick<AuditPlan, 'grades' | 'findings'> & { readonly actions: readonly OwnedAction[] }
): Promise<string[]> =>
  inTransaction(ctx, async (tx) => {
    for (const { theme, grade, reason } of plan.grades) {
      await saveThemeGrade(tx, { auditId, theme, grade, reason, revision: 0 })
    }
    for (const finding of plan.findings) {
      await saveFinding(tx, { auditId, findingId: tx.ids(), ...finding, revision: 0 })
    }
    const ids: string[] = []
    for (const action of plan.actions) {
      ids.push((await saveAction(tx, { auditId, ...action, revision: 0 })).id)
    }
    return ids
  })
