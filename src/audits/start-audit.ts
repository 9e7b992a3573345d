/** An audit starts with the first thing saved in it, not with being looked at. */
import type { TransactionContext } from '../db/transaction.ts'
import { recordEvent } from '../events/record-event.ts'
import { type AuditRow, markStarted } from './store.ts'

/** Does nothing unless the audit is allocated and not yet started. */
export const startAudit = async (tx: TransactionContext, audit: AuditRow): Promise<void> => {
  if (audit.state !== 'allocated') return
  await markStarted(tx.db, audit.id, tx.now)
  recordEvent(tx, { type: 'audit.started', subjectId: audit.id, details: {} })
}
