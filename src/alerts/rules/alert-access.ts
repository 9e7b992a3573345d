/** How a person stands to one alert and whether they may read it: contracts.md §4, and whoever covers for somebody. */
import { type Role, type Scope, scopesOf } from '../../people/rules/permissions.ts'
import type { AlertPart, AlertState } from './alert-workflow.ts'

export type AlertPeople = {
  readonly state: AlertState
  readonly raisedBy: string
  /** Everybody to whom it was ever addressed. */
  readonly addressees: readonly { readonly personId: string; readonly isCurrent: boolean }[]
}

export type AlertViewer = {
  readonly id: string
  readonly roles: readonly Role[]
  /** For whom they stand in today. */
  readonly covers: readonly string[]
  /** A case of the alert is of their team or a team below it. */
  readonly isOfTeam: boolean
  /** A case of the alert is of their service; true of everything for a leader of the whole council. */
  readonly isOfService: boolean
}

export type AlertAccess = {
  readonly mayRead: boolean
  readonly parts: readonly AlertPart[]
}

export const alertAccess = (alert: AlertPeople, viewer: AlertViewer): AlertAccess => {
  const isRaiser = alert.raisedBy === viewer.id
  if (alert.state === 'draft') return { mayRead: isRaiser, parts: isRaiser ? ['raiser'] : [] }
  const covers = (id: string): boolean => viewer.covers.includes(id)
  const current = alert.addressees.filter(({ isCurrent }) => isCurrent)
  const isAddressed = current.some(({ personId }) => personId === viewer.id)
  const coversAddressed = current.some(({ personId }) => covers(personId))
  // Nobody stands on both sides: whoever raised it does not answer it, and whoever answers it does not close it.
  const answers = !isRaiser && (isAddressed || coversAddressed)
  const parts: AlertPart[] = [
    ...(isRaiser ? (['raiser'] as const) : []),
    ...(answers && isAddressed ? (['addressee'] as const) : []),
    ...(!answers && covers(alert.raisedBy) ? (['raiser_cover'] as const) : []),
    ...(answers && coversAddressed ? (['addressee_cover'] as const) : []),
    ...(!answers && viewer.roles.includes('iro_manager') ? (['iro_manager'] as const) : []),
  ]
  const isOwn = parts.length > 0 || alert.addressees.some(({ personId }) => personId === viewer.id)
  const isWithin: Partial<Record<Scope, boolean>> = {
    all: true,
    own: isOwn,
    team: viewer.isOfTeam,
    service: viewer.isOfService,
  }
  return {
    // Whoever it was addressed to reads it, whatever their role: it was sent to them.
    mayRead:
      isOwn || scopesOf(viewer.roles, 'alerts.read').some((scope) => isWithin[scope] === true),
    parts,
  }
}
