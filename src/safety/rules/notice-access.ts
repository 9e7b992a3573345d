/**
 * How a person stands to one safety notice, and whether they may read it: "read an audit" of contracts.md §4, and
 * everybody who was told of it (docs/decisions/0016).
 */
import { type Role, type Scope, scopesOf } from '../../people/rules/permissions.ts'
import type { NoticeRole } from './notice-workflow.ts'

export type NoticeFacts = {
  readonly auditorId: string | null
  readonly iroId: string | null
}

export type NoticeViewer = {
  readonly id: string
  readonly roles: readonly Role[]
  /** The case is of the person's team or a team below it. */
  readonly isOfTeam: boolean
  /** The case is of the person's service. */
  readonly isOfService: boolean
  /** The person leads the whole council: a senior leader in no team. */
  readonly isOfCouncil: boolean
  /** The notice went to them. */
  readonly isAddressee: boolean
  /** No active senior leader but the auditor is of the case's service. */
  readonly headIsMissing: boolean
}

const isWithin = (scope: Scope, notice: NoticeFacts, viewer: NoticeViewer): boolean => {
  switch (scope) {
    case 'all':
      return true
    case 'own':
      return notice.auditorId === viewer.id
    case 'team':
      return viewer.isOfTeam
    case 'service':
      return viewer.isOfService || viewer.isOfCouncil
    case 'reviewed':
      return notice.iroId === viewer.id
    case 'in_review':
      return notice.iroId !== null
    case 'worked_once_shared':
      return false
  }
}

export type NoticeAccess = {
  readonly mayRead: boolean
  /** The page of the case is theirs too: who was only told of the notice is not led there. */
  readonly opensCase: boolean
  readonly roles: readonly NoticeRole[]
  /** Decides in place of a head of service who is not there. */
  readonly standsIn: boolean
}

/** The auditor never decides on, closes or reopens what they themselves reported, whatever else they are. */
export const noticeAccess = (notice: NoticeFacts, viewer: NoticeViewer): NoticeAccess => {
  const isAuditor = notice.auditorId === viewer.id
  const standsIn = !viewer.isOfService && viewer.isOfCouncil && viewer.headIsMissing
  const isHead =
    viewer.roles.includes('senior_leader') && !isAuditor && (viewer.isOfService || standsIn)
  return {
    mayRead:
      viewer.isAddressee ||
      scopesOf(viewer.roles, 'safety.read').some((scope) => isWithin(scope, notice, viewer)),
    opensCase:
      scopesOf(viewer.roles, 'cases.read').some(
        (scope) => scope !== 'own' && isWithin(scope, notice, { ...viewer, isOfCouncil: false })
      ) ||
      (isAuditor && scopesOf(viewer.roles, 'audits.read_submitted').includes('own')),
    roles: [
      ...(isAuditor ? (['auditor'] as const) : []),
      ...(viewer.isAddressee ? (['addressee'] as const) : []),
      ...(isHead ? (['head'] as const) : []),
      ...(viewer.roles.includes('qa_lead') && !isAuditor ? (['qa_lead'] as const) : []),
    ],
    standsIn: isHead && standsIn,
  }
}
