/**
 * When a case is too near to its auditor: it is held in the auditor's own team or in a team below it, or they work or
 * review it themselves. Such an audit needs a recorded reason. A team beside theirs, or above it, is not their own:
 * nobody there answers to them, and small services would otherwise have no auditors left.
 */

export interface CaseHolding {
  readonly teamId: string | null
  readonly workerId: string | null
  readonly iroId: string | null
}

export interface AuditorPlace {
  readonly id: string
  readonly teamId: string | null
  /** Their team and every team below it. */
  readonly teamIdsBelow: readonly string[]
}

export type Nearness = 'worker' | 'reviewer' | 'team'

/** The nearest tie between auditor and case; undefined when there is none that is known. */
export const nearnessOf = (held: CaseHolding, auditor: AuditorPlace): Nearness | undefined => {
  if (held.workerId === auditor.id) return 'worker'
  if (held.iroId === auditor.id) return 'reviewer'
  if (held.teamId === null || auditor.teamId === null) return undefined
  if (held.teamId === auditor.teamId || auditor.teamIdsBelow.includes(held.teamId)) return 'team'
  return undefined
}

const TIES: Record<Nearness, string> = {
  worker: 'works this case',
  reviewer: 'reviews this case',
  team: 'belongs to or manages the team that holds this case',
}

/** What the QA lead is told, and the two ways on. */
export const nearnessFault = (name: string, nearness: Nearness): string =>
  `${name} ${TIES[nearness]}. Choose somebody else, or write why it has to be this auditor`
