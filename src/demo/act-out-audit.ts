/** Does an audit as its auditor would on the pages: through the same verbs, a sitting at a time. */
import { saveAction } from '../actions/save-action.ts'
import { saveAnswers } from '../audits/save-answers.ts'
import { saveFinding } from '../audits/save-finding.ts'
import { saveThemeGrade } from '../audits/save-theme-grade.ts'
import { submitAudit } from '../audits/submit-audit.ts'
import { type Context, inTransaction } from '../db/transaction.ts'
import type { AuditPlan, PlannedAction, PlannedAnswer } from './rules/plan-audit.ts'

/** An action with the owner and the date that a plan leaves open. */
export type OwnedAction = PlannedAction & { readonly ownerId: string; readonly dueOn: string }

/** Saves answers as one page's button does. The actor is the auditor. */
export const answerAudit = async (
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

/** @returns the ids of the actions, in their order */
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

/** @throws when something is missing: a plan is always whole */
export const handIn = async (ctx: Context, auditId: string): Promise<void> => {
  const submission = await submitAudit(ctx, { auditId })
  if (submission.ok) return
  const missing = submission.missing.map(({ text }) => text).join('; ')
  throw new Error(`audit ${auditId} is not whole: ${missing}`)
}
