/**
 * Writes the first sitting of an audit of the past: the rows and events that its auditor's saves would have left,
 * without loading and deciding anew for each. Four years of saves one by one would keep whoever wants to look at the
 * demonstration waiting; tests/demo holds both ways to the same result.
 */
import { markStarted } from '../audits/store.ts'
import { type Context, inTransaction } from '../db/transaction.ts'
import { recordEvent } from '../events/record-event.ts'
import { recordPages } from './record-pages.ts'
import type { PlannedAnswer } from './rules/plan-audit.ts'
import { type RecordedAudit, recordedAnswers } from './rules/recorded-audit.ts'

/** @param ctx with the auditor as actor */
export const recordStart = (
  ctx: Context,
  audit: RecordedAudit,
  answers: readonly PlannedAnswer[]
): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    await markStarted(tx.db, audit.id, tx.now)
    recordEvent(tx, { type: 'audit.started', subjectId: audit.id, details: {} })
    await recordPages(tx, audit.id, recordedAnswers(audit, tx.now, answers))
  })
