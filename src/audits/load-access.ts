/** What a person may do with one audit: reads how its team stands to theirs, and asks the rule. */
import type { Db } from '../db/schema.ts'
import type { Role } from '../people/rules/permissions.ts'
import { type Audit, teamTies } from './record-store.ts'
import { type AuditAccess, auditAccess } from './rules/audit-access.ts'

export const loadAccess = async (
  db: Db,
  person: { readonly id: string; readonly roles: readonly Role[]; readonly teamId: string | null },
  audit: Audit
): Promise<AuditAccess> => {
  // Teams count once it is submitted, for its auditor too; before that a save need not ask for them.
  const ties =
    audit.state === 'submitted' && person.teamId !== null && audit.teamId !== null
      ? await teamTies(db, person.teamId, audit.teamId)
      : { isOfTeam: false, isOfService: false }
  return auditAccess(audit, { id: person.id, roles: person.roles, ...ties })
}
