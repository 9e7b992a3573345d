/**
 * What of the register a person may read, in the traits by which it is kept: rules/alert-access.ts once more, for sets.
 * tests/alerts/reader-store.test.ts holds it to both.
 */
import type { Role } from '../../people/rules/permissions.ts'
import { ancestorsOf, descendantsOf } from '../../people/rules/team-tree.ts'
import { alertReach } from './alert-access.ts'
import { type Ask, trait } from './alert-traits.ts'
import type { RegisterTeam } from './register-filters.ts'

export interface RegisterReader {
  readonly id: string
  readonly roles: readonly Role[]
  readonly teamId: string | null
}

/** The nearest service at or above the team. */
const serviceOf = (teams: readonly RegisterTeam[], teamId: string): string | undefined =>
  ancestorsOf(teams, teamId).find((id) => teams.some((team) => team.id === id && team.isService))

/**
 * @param covers for whom they stand in today
 * @returns undefined where there is nothing to leave out
 */
export const readableAsk = (
  reader: RegisterReader,
  teams: readonly RegisterTeam[],
  covers: readonly string[]
): Ask | undefined => {
  const { isWhole, ofTeam, ofService } = alertReach(reader)
  if (isWhole) return undefined
  const { id, teamId } = reader
  const service = ofService && teamId !== null ? serviceOf(teams, teamId) : undefined
  const tops = [...(ofTeam && teamId !== null ? [teamId] : []), ...(service ? [service] : [])]
  const within = new Set(tops.flatMap((top) => descendantsOf(teams, top)))
  return {
    any: [
      { trait: trait.raisedBy(id) },
      { trait: trait.to(id) },
      ...covers.flatMap((each) => [{ trait: trait.raisedBy(each) }, { trait: trait.now(each) }]),
      ...[...within].map((each) => ({ trait: trait.team(each) })),
    ],
  }
}
