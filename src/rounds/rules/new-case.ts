/** What was chosen for a case that the council does not know yet, and what is still missing. */
import { serviceStatuses } from '../../rubrics/rules/service-status.ts'

type Raw = Readonly<Record<string, string>>

/** Chosen once, for all new cases that say nothing else. */
export const chooseForAll = (raw: Raw): { status: string; team: string } => ({
  status: raw['status-all'] ?? '',
  team: raw['team-all'] ?? '',
})

export interface NewCaseChoice {
  /** Fit for an id in a page: its place among the new ones. */
  readonly id: string
  readonly reference: string
  readonly looksLikeName: boolean
  /** The person said that it is none. */
  readonly isReference: boolean
  /** Empty: as chosen for all. */
  readonly status: string
  readonly team: string
  /** By field: `status`, `team`, `reference`. */
  readonly errors: Readonly<Record<string, string>>
}

const isStatus = (value: string): boolean => serviceStatuses.some((status) => status === value)

/** Reads `status-204417`, `team-204417` and `reference-204417`. */
export const readNewCase = (
  raw: Raw,
  found: { readonly reference: string; readonly looksLikeName: boolean },
  place: number,
  teamIds: readonly string[]
): NewCaseChoice => {
  const { reference, looksLikeName } = found
  const forAll = chooseForAll(raw)
  const status = raw[`status-${reference}`] ?? ''
  const team = raw[`team-${reference}`] ?? ''
  const isReference = raw[`reference-${reference}`] === 'yes'
  const effectiveTeam = team || forAll.team
  return {
    id: String(place),
    reference,
    looksLikeName,
    isReference,
    status,
    team,
    errors: {
      ...(looksLikeName && !isReference
        ? { reference: `Say whether “${reference}” is a reference, or enter the right one` }
        : {}),
      ...(isStatus(status || forAll.status)
        ? {}
        : { status: `Choose the status of case ${reference}` }),
      ...(effectiveTeam === '' || teamIds.includes(effectiveTeam)
        ? {}
        : { team: `Choose the team of case ${reference} from the list` }),
    },
  }
}
