/** Which roles see cases through the team that a person is in: without one they see none (contracts.md §4). */
import { type Permission, type Role, roles, scopesOf } from './permissions.ts'

const byTeam: readonly Permission[] = ['audits.read_submitted', 'results.by_team']

export const rolesThatNeedTeam: readonly Role[] = roles.filter((role) =>
  byTeam.some((permission) =>
    scopesOf([role], permission).some((scope) => scope === 'team' || scope === 'service')
  )
)

/** @returns those of the held roles that do nothing without a team */
export const needsTeam = (held: readonly Role[]): readonly Role[] =>
  rolesThatNeedTeam.filter((role) => held.includes(role))
