/** An immediate risk: a formal alert outside the ladder, to managers of services, and up the line while none acknowledges. */
import type { Role } from '../../people/rules/permissions.ts'
import {
  type Addressee,
  type Line,
  nextAddressees,
  QA_LEVEL,
  TOP_LEVEL,
} from '../../safety/rules/addressees.ts'

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

export type NextUp = {
  readonly addressees: readonly Addressee[]
  /** The step that every line has reached. */
  readonly level: number
  readonly isRepeated: boolean
}

/**
 * Who is told next of a risk to brothers and sisters, whose teams may be of different services: the next step of every line.
 * Where a step of one line has nobody, that line goes on to the one above, and the others do not jump over theirs.
 */
export const nextOfLines = (lines: readonly Line[], level: number, raiserId: string): NextUp => {
  const rounds = lines.map((line) => nextAddressees(line, level, raiserId))
  const all = rounds.flatMap(({ addressees }) => addressees)
  // Somebody who is of one line and a QA lead beside another is asked to act.
  const levels = new Map<string, number>()
  for (const { personId, level: at } of all) {
    levels.set(personId, Math.max(levels.get(personId) ?? QA_LEVEL, at))
  }
  return {
    addressees: [...levels].map(([personId, at]) => ({ personId, level: at })),
    level: rounds.length === 0 ? TOP_LEVEL : Math.min(...rounds.map((round) => round.level)),
    isRepeated: rounds.every(({ isRepeated }) => isRepeated),
  }
}
