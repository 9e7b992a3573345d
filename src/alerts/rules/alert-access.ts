/**
 * How a person stands to one alert and whether they may read it: contracts.md §4, and whoever covers for somebody. Lists ask
 * the same of rows (reader-store.ts) and of the register's sets (register-reader.ts); tests/alerts/reader-store.test.ts holds
 * the three together.
 */
import { leadsCouncil } from '../../people/rules/leads-council.ts'
import { type Role, scopesOf } from '../../people/rules/permissions.ts'
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
  readonly teamId: string | null
  /** For whom they stand in today. */
  readonly covers: readonly string[]
  /** A case of the alert is of their team or a team below it. */
  readonly isOfTeam: boolean
  /** A case of the alert is of their service. */
  readonly isOfService: boolean
}

export type AlertAccess = {
  readonly mayRead: boolean
  readonly parts: readonly AlertPart[]
}

/** Which alerts that are not their own a person reads by role. */
export const alertReach = (person: {
  readonly roles: readonly Role[]
  readonly teamId: string | null
}): { readonly isWhole: boolean; readonly ofTeam: boolean; readonly ofService: boolean } => {
  const scopes = scopesOf(person.roles, 'alerts.read')
  const ofService = scopes.includes('service')
  return {
    isWhole: scopes.includes('all') || (ofService && leadsCouncil(person)),
    // Somebody whose team stands under no service has that team for one.
    ofTeam: ofService || scopes.includes('team'),
    ofService,
  }
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
  const { isWhole, ofTeam, ofService } = alertReach(viewer)
  return {
    // Whoever it was addressed to reads it, whatever their role: it was sent to them.
    mayRead: isOwn || isWhole || (ofTeam && viewer.isOfTeam) || (ofService && viewer.isOfService),
    parts,
  }
}
