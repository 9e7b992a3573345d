/** Whether one audit falls within what a person's roles give them: contracts.md §4, applied to a record. */
import { type Role, type Scope, scopesOf } from '../../people/rules/permissions.ts'
import { type AuditState, isOpenToAuditor } from './audit-state.ts'

/** What access depends on. Team, worker and reviewing officer are of the case when the audit was submitted. */
export type AuditFacts = {
  readonly state: AuditState
  readonly auditorId: string | null
  readonly workerId: string | null
  readonly iroId: string | null
  /** Instant at which it was shared with the worker. */
  readonly sharedAt: string | null
}

export type Viewer = {
  readonly id: string
  readonly roles: readonly Role[]
  /** The case is of the person's team or a team below it. */
  readonly isOfTeam: boolean
  /** The case is of the person's service or a team below it. */
  readonly isOfService: boolean
}

const isWithin = (scope: Scope, audit: AuditFacts, viewer: Viewer): boolean => {
  switch (scope) {
    case 'all':
      return true
    case 'own':
      return audit.auditorId === viewer.id
    case 'team':
      return viewer.isOfTeam
    case 'service':
      return viewer.isOfService
    case 'reviewed':
      return audit.iroId === viewer.id
    case 'in_review':
      return audit.iroId !== null
    case 'worked_once_shared':
      return audit.workerId === viewer.id && audit.sharedAt !== null
  }
}

export type AuditAccess = {
  readonly isAuditor: boolean
  /** Read it in the state it is in. */
  readonly mayRead: boolean
  /** Answer, conclude and submit, as far as its state allows. */
  readonly mayComplete: boolean
  readonly mayReopen: boolean
}

export const auditAccess = (audit: AuditFacts, viewer: Viewer): AuditAccess => {
  const isAuditor = audit.auditorId === viewer.id
  const allows = (permission: Parameters<typeof scopesOf>[1]) =>
    scopesOf(viewer.roles, permission).some((scope) => isWithin(scope, audit, viewer))
  const permission =
    audit.state === 'submitted' ? 'audits.read_submitted' : 'audits.read_in_progress'
  // What was withdrawn or voided is for the programme's records, no longer for its auditor.
  const isLive = audit.state === 'submitted' || isOpenToAuditor(audit.state)
  return {
    isAuditor,
    mayRead: isLive
      ? allows(permission)
      : scopesOf(viewer.roles, 'audits.read_in_progress').includes('all'),
    mayComplete: isAuditor && isOpenToAuditor(audit.state) && allows('audits.complete'),
    mayReopen: audit.state === 'submitted' && allows('rounds.manage'),
  }
}

/** A worker with whom an audit was shared reads the audit and not its safety notice. */
export const maySeeSafety = (
  roles: readonly Role[],
  { isAuditor }: Pick<AuditAccess, 'isAuditor'>
): boolean => isAuditor || scopesOf(roles, 'safety.read').some((scope) => scope !== 'own')
