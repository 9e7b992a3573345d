/** An immediate risk: a formal alert outside the ladder, to managers of services, and up the line while none acknowledges. */
import type { Role } from '../../people/rules/permissions.ts'

/** The step of the line (safety/rules/addressees.ts) to which it goes at first: the managers of the services. */
export const FIRST_LEVEL = 2

/** A manager of a service or somebody above one: of those an immediate risk names two. */
export const leadsService = (
  { roles, teamId }: { readonly roles: readonly Role[]; readonly teamId: string | null },
  serviceTeams: ReadonlySet<string>
): boolean =>
  roles.includes('senior_leader') || (roles.includes('manager') && serviceTeams.has(teamId ?? ''))

/** Seen by a manager of a service or somebody above it goes no further up; a worker’s word does not stop it. */
export const stopsTheClock = ({ part }: { readonly part: string }): boolean =>
  part === 'service_manager' || part === 'line'
