/**
 * Writes the second sitting of an audit of the past (see record-start.ts): the rest of the answers, the conclusions,
 * and the submission, which is the product's own.
 */
import type { AuditWork } from '../audits/rules/audit-work.ts'
import { auditProgress } from '../audits/rules/sections.ts'
import { setProgress } from '../audits/store.ts'
import { type Context, inTransaction, type TransactionContext } from '../db/transaction.ts'
import { hashOf } from '../events/event-hash.ts'
import { recordEvent } from '../events/record-event.ts'
import { handIn } from './hand-in.ts'
import { recordPages } from './record-pages.ts'
import { insertActions, insertFindings, saveGrades } from './record-store.ts'
import type { AuditPlan, OwnedAction } from './rules/plan-audit.ts'
import { type RecordedAudit, recordedAnswers, recordedWork } from './rules/recorded-audit.ts'

const recordGrades = async (tx: TransactionContext, auditId: string, work: AuditWork) => {
  const grades = [...work.themes, work.overall]
  await saveGrades(tx.db, auditId, grades)
  for (const { theme, auditorGrade, auditorReason } of grades) {
    recordEvent(tx, {
      type: 'audit.graded',
      subjectId: auditId,
      details: { theme, revision: 1, hash: hashOf([auditorGrade, auditorReason]) },
    })
  }
  await setProgress(tx.db, auditId, auditProgress(work))
}

const recordFindings = async (tx: TransactionContext, auditId: string, plan: AuditPlan) => {
  const findings = plan.findings.map((finding) => ({ ...finding, id: tx.ids() }))
  await insertFindings(tx.db, auditId, findings)
  for (const { id, kind, itemKey, words } of findings) {
    recordEvent(tx, {
      type: 'audit.finding_saved',
      subjectId: auditId,
      details: { findingId: id, revision: 1, hash: hashOf([kind, itemKey, words]) },
    })
  }
}

const recordActions = async (
  tx: TransactionContext,
  { id: auditId, auditorId: createdBy }: RecordedAudit,
  actions: readonly OwnedAction[]
): Promise<string[]> => {
  const owned = actions.map((action) => ({ ...action, id: tx.ids() }))
  await insertActions(tx.db, { auditId, now: tx.now, createdBy }, owned)
  for (const { id, ...fields } of owned) {
    recordEvent(tx, {
      type: 'action.saved',
      subjectId: id,
      details: { auditId, revision: 1, hash: hashOf(fields) },
    })
  }
  return owned.map(({ id }) => id)
}

export interface RecordedEnd {
  readonly plan: AuditPlan
  /** How many of the plan's answers the first sitting saved, and when. */
  readonly started: number
  readonly startedAt: string
  readonly actions: readonly OwnedAction[]
}

/**
 * @param ctx with the auditor as actor
 * @returns the ids of the actions, in their order
 */
export const recordSubmission = (
  ctx: Context,
  audit: RecordedAudit,
  { plan, started, startedAt, actions }: RecordedEnd
): Promise<string[]> =>
  inTransaction(ctx, async (tx) => {
    const first = recordedAnswers(audit, startedAt, plan.answers.slice(0, started))
    const rest = recordedAnswers(audit, tx.now, plan.answers.slice(started))
    await recordPages(tx, audit.id, rest)
    await recordGrades(tx, audit.id, recordedWork(audit, [...first, ...rest], plan, tx.now))
    await recordFindings(tx, audit.id, plan)
    const ids = await recordActions(tx, audit, actions)
    await handIn(tx, audit.id)
    return ids
  })
