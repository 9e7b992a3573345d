/** How setting the cap of an audit aside and restoring it begin: the audit held, who asks and its state checked. */
import type { TransactionContext } from '../db/transaction.ts'
import { NotAllowed, NotFound, WrongState } from '../errors.ts'
import type { AuditWork } from './rules/audit-work.ts'
import { canSetCapAside } from './rules/cap-set-aside.ts'
import { type AuditRow, loadWork, lockAudit } from './store.ts'

/**
 * @throws NotFound; NotAllowed for the audit's own auditor; WrongState for what was withdrawn, voided or imported
 */
export const openCap = async (
  tx: TransactionContext,
  auditId: string
): Promise<{ audit: AuditRow; work: AuditWork; personId: string | null }> => {
  const audit = await lockAudit(tx.db, auditId)
  if (!audit) throw new NotFound('No such audit')
  const personId = tx.actor.kind === 'user' ? tx.actor.id : null
  if (personId !== null && audit.auditorId === personId) {
    throw new NotAllowed('This is your own audit. Another QA lead decides about its cap.')
  }
  const work = canSetCapAside(audit.state) ? await loadWork(tx.db, auditId) : undefined
  if (!work) {
    throw new WrongState('Nothing in this audit holds its grade down that could be set aside.')
  }
  return { audit, work, personId }
}
