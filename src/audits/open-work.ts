/** How every write on an audit begins: its row held, its auditor and state checked, its answers loaded. */
import type { TransactionContext } from '../db/transaction.ts'
import { NoLongerTheirs, NotFound, NotTheirs, WrongState } from '../errors.ts'
import type { AuditWork } from './rules/audit-work.ts'
import {
  type AuditAction,
  type Transition,
  transitionOf,
  wrongStateWords,
} from './rules/audit-workflow.ts'
import { type AuditRow, loadWork, lockAudit } from './store.ts'

export interface OpenWork {
  readonly audit: AuditRow
  readonly work: AuditWork
  readonly transition: Transition
}

/**
 * @throws NotFound, or NotTheirs when it is allocated to somebody else
 * @throws WrongState when it is not in a state in which its auditor may do this
 */
export const openWork = async (
  tx: TransactionContext,
  auditId: string,
  action: Extract<AuditAction, 'save' | 'submit'>
): Promise<OpenWork> => {
  const audit = await lockAudit(tx.db, auditId)
  if (!audit) throw new NotFound('No such audit')
  if (tx.actor.kind === 'user' && audit.previousAuditorId === tx.actor.id) {
    throw new NoLongerTheirs(
      'This audit was given to another auditor. What was saved before stays in it, under your name; what you typed since was not saved. Copy what you need from this page, and give it to whoever has the audit now.'
    )
  }
  if (tx.actor.kind !== 'user' || audit.auditorId !== tx.actor.id) {
    throw new NotTheirs('No such audit')
  }
  const transition = transitionOf(['auditor'], audit.state, action)
  const work = transition && (await loadWork(tx.db, auditId))
  if (!work) throw new WrongState(wrongStateWords(audit.state, action))
  return { audit, work, transition }
}
