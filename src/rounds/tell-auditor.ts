/** Tells an auditor that an audit of an open round is theirs to do; nobody is told of what they allocated to themselves. */
import type { TransactionContext } from '../db/transaction.ts'
import { notify } from '../notices/notify.ts'
import type { RoundAudit } from './audit-store.ts'

export const tellAuditor = async (
  tx: TransactionContext,
  audit: Pick<RoundAudit, 'id' | 'auditorId' | 'caseReference' | 'dueOn'>
): Promise<void> => {
  const { auditorId } = audit
  if (auditorId === null || (tx.actor.kind === 'user' && tx.actor.id === auditorId)) return
  await notify(tx, {
    to: [auditorId],
    kind: 'audit_allocated',
    about: { kind: 'audit', id: audit.id },
    reference: audit.caseReference ?? undefined,
    dueOn: audit.dueOn ?? undefined,
  })
}
