/**
 * Who leads the whole council: a senior leader in no team (docs/decisions/0016, 0025, 0043). Alerts, safety notices, the pages
 * of cases and reports for inside are theirs to read; submitted audits with their words stay with services (contracts §4).
 */
import type { Role } from './permissions.ts'

export const leadsCouncil = (person: {
  readonly roles: readonly Role[]
  readonly teamId: string | null
}): boolean => person.teamId === null && person.roles.includes('senior_leader')
