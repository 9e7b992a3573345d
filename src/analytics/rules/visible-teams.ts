/** Which teams a person may see figures of: contracts.md §4, "by team". */
import type { Scope } from '../../people/rules/permissions.ts'

export type TeamPlace = {
  readonly id: string
  readonly name: string
  readonly parentId: string | null
  readonly kind: 'service' | 'team'
  readonly closedOn: string | null
}

/** A team with how deep it stands in what the person sees. */
export type VisibleTeam = TeamPlace & { readonly depth: number }

/** A team and all below it, parents before children, each level by name. */
const below = (teams: readonly TeamPlace[], top: TeamPlace, depth: number): VisibleTeam[] => [
  { ...top, depth },
  ...teams
    .filter((team) => team.parentId === top.id)
    .flatMap((team) => below(teams, team, depth + 1)),
]

/** The nearest service at or above the team; the team itself when it stands under none. */
const serviceOf = (teams: readonly TeamPlace[], own: TeamPlace): TeamPlace => {
  const seen = new Set<string>()
  let team: TeamPlace | undefined = own
  while (team && team.kind !== 'service' && !seen.has(team.id)) {
    const { id, parentId }: TeamPlace = team
    seen.add(id)
    team = teams.find((one) => one.id === parentId)
  }
  return team?.kind === 'service' ? team : own
}

/**
 * In the order of the tree; empty for those who see the whole council only.
 * @param teams every team, by name
 */
export const visibleTeams = (
  teams: readonly TeamPlace[],
  scopes: readonly Scope[],
  ownTeamId: string | null
): VisibleTeam[] => {
  if (scopes.includes('all')) {
    return teams.filter((team) => team.parentId === null).flatMap((team) => below(teams, team, 0))
  }
  const own = teams.find((team) => team.id === ownTeamId)
  if (!own) return []
  if (scopes.includes('service')) return below(teams, serviceOf(teams, own), 0)
  return scopes.includes('team') ? below(teams, own, 0) : []
}

/** A visible team with the teams below it, all of which are visible too. */
export const withTeamsBelow = (visible: readonly VisibleTeam[], teamId: string): string[] => {
  const top = visible.find((team) => team.id === teamId)
  return top ? below(visible, top, 0).map((team) => team.id) : []
}
