/** How a person's team stands to a case's: the same or below it, or of one service. */
import type { LineTeam } from './addressees.ts'

export type TeamTies = { readonly isOfTeam: boolean; readonly isOfService: boolean }

/** A team and everything above it, nearest first. A loop in the tree ends it. */
export const upFrom = (teams: readonly LineTeam[], teamId: string | null): readonly LineTeam[] => {
  const found: LineTeam[] = []
  let next = teams.find(({ id }) => id === teamId)
  while (next && !found.includes(next)) {
    found.push(next)
    const parentId: string | null = next.parentId
    next = teams.find(({ id }) => id === parentId)
  }
  return found
}

/** The nearest service at or above a team; undefined where it stands under none. */
export const serviceAbove = (
  teams: readonly LineTeam[],
  teamId: string | null
): string | undefined => upFrom(teams, teamId).find(({ kind }) => kind === 'service')?.id

export const teamTiesOf = (
  teams: readonly LineTeam[],
  personTeamId: string | null,
  caseTeamId: string | null
): TeamTies => {
  const ofCase = upFrom(teams, caseTeamId)
  const isOfTeam = personTeamId !== null && ofCase.some(({ id }) => id === personTeamId)
  const service = serviceAbove(teams, caseTeamId)
  return {
    isOfTeam,
    isOfService:
      isOfTeam || (service !== undefined && serviceAbove(teams, personTeamId) === service),
  }
}
