/**
 * What of the register a person may read, in the traits by which it is kept: rules/alert-access.ts once more, for sets.
 * tests/alerts/register.test.ts holds it to reader-store.ts.
 */
import { type Role, scopesOf } from '../../people/rules/permissions.ts'
import { type Ask, trait } from './alert-traits.ts'
import { type RegisterTeam, teamsWithin } from './register-filters.ts'

export interface RegisterReader {
  readonly id: string
  readonly roles: readonly Role[]
  readonly teamId: string | null
}

/** The nearest service at or above the team. */
const serviceOf = (teams: readonly RegisterTeam[], teamId: string): RegisterTeam | undefined => {
  const byId = new Map(teams.map((team) => [team.id, team]))
  let at = byId.get(teamId)
  while (at && !at.isService) at = at.parentId === null ? undefined : byId.get(at.parentId)
  return at
}

/** True where every alert is theirs to read. */
export const readsWholeRegister = ({ roles, teamId }: RegisterReader): boolean => {
  const scopes = scopesOf(roles, 'alerts.read')
  // A senior leader in no team leads the whole council.
  return (
    scopes.includes('all') ||
    (scopes.includes('service') && teamId === null && roles.includes('senior_leader'))
  )
}

/**
 * @param covers for whom they stand in today
 * @returns undefined where there is nothing to leave out
 */
export const readableAsk = (
  reader: RegisterReader,
  teams: readonly RegisterTeam[],
  covers: readonly string[]
): Ask | undefined => {
  if (readsWholeRegister(reader)) return undefined
  const { id, teamId } = reader
  const scopes = scopesOf(reader.roles, 'alerts.read')
  const within = new Set<string>()
  if (teamId !== null && (scopes.includes('team') || scopes.includes('service'))) {
    for (const each of teamsWithin(teams, teamId)) within.add(each)
  }
  if (teamId !== null && scopes.includes('service')) {
    const service = serviceOf(teams, teamId)
    if (service) for (const each of teamsWithin(teams, service.id)) within.add(each)
  }
  return {
    any: [
      { trait: trait.raisedBy(id) },
      { trait: trait.to(id) },
      ...covers.flatMap((each) => [{ trait: trait.raisedBy(each) }, { trait: trait.now(each) }]),
      ...[...within].map((each) => ({ trait: trait.team(each) })),
    ],
  }
}
