/** Reads the heat table: themes by team, service, status or age band. One query beside the frame's. */
import type { Db } from '../db/schema.ts'
import { ageBands } from '../grading/rules/age-band.ts'
import { serviceStatuses } from '../rubrics/rules/service-status.ts'
import { listChildTallies, listGroupTallies } from './group-store.ts'
import type { Frame } from './load-frame.ts'
import { findChoice } from './rules/frame-filters.ts'
import { type HeatGroup, type HeatTable, heatTable } from './rules/heat-table.ts'
import type { Choice, FilterFault } from './rules/results-choices.ts'
import { withTeamsBelow } from './rules/visible-teams.ts'

export type HeatBy = 'team' | 'service' | 'status' | 'age'

export type Heat = {
  readonly by: HeatBy
  readonly choices: readonly Choice[]
  readonly faults: readonly FilterFault[]
  readonly table: HeatTable
  /** By team was asked for by somebody who sees the whole council only. */
  readonly isRefused: boolean
}

/** More columns than this nobody reads: services are offered first then. */
const MOST_TEAMS_AT_FIRST = 12

const byTeams: readonly Choice[] = [
  { key: 'team', label: 'Team' },
  { key: 'service', label: 'Service' },
]
const byChildren: readonly Choice[] = [
  { key: 'status', label: 'Service status' },
  { key: 'age', label: 'Age of the child' },
]

/** Teams to show: those that are open, or have figures. */
const teamGroups = (frame: Frame, used: ReadonlySet<string>): HeatGroup[] =>
  frame.teams
    .filter(({ id }) => frame.teamIds?.includes(id) ?? true)
    .filter(({ id, kind, closedOn }) => used.has(id) || (kind === 'team' && closedOn === null))
    .map(({ id, name }) => ({ key: id, label: name, of: [id] }))

/** Services and lone teams of the frame, whether they have figures or not. */
export const leafGroups = (frame: Frame): HeatGroup[] =>
  serviceGroups(frame, new Set(frame.teams.map(({ id }) => id)))

/** Each service that has no other below it, with its teams; what stands under none has a column of its own. */
const serviceGroups = (frame: Frame, used: ReadonlySet<string>): HeatGroup[] => {
  const { teams } = frame
  const services = new Set(teams.flatMap(({ id, kind }) => (kind === 'service' ? [id] : [])))
  const below = new Map([...services].map((id) => [id, withTeamsBelow(teams, id)]))
  const lowest = [...below].filter(([, of]) => of.filter((id) => services.has(id)).length === 1)
  const placed = new Set(lowest.flatMap(([, of]) => of))
  const isAsked = (of: readonly string[]) =>
    of.some((id) => frame.teamIds?.includes(id) ?? true) && of.some((id) => used.has(id))
  return teams.flatMap(({ id, name, closedOn }): HeatGroup[] => {
    const isService = placed.has(id) && services.has(id)
    if (placed.has(id) && !isService) return []
    const of = isService ? (below.get(id) ?? [id]) : [id]
    const isShown = isAsked(of) || (isService && closedOn === null && frame.teamIds === undefined)
    return isShown ? [{ key: id, label: name, of }] : []
  })
}

const statusGroups = (used: ReadonlySet<string>): HeatGroup[] => [
  ...serviceStatuses.map((key) => ({ key, label: key, of: [key] })),
  ...(used.has('') ? [{ key: '', label: '', of: [''] }] : []),
]

const ageGroups = (used: ReadonlySet<string>): HeatGroup[] => [
  ...ageBands.map(({ key }) => ({ key, label: key, of: [key] })),
  ...(used.has('') ? [{ key: '', label: '', of: [''] }] : []),
]

const talliesOf = (db: Db, frame: Frame, by: HeatBy) => {
  const { filters, rounds, teams, teamIds } = frame
  const asked = {
    roundIds: rounds.map(({ id }) => id),
    theme: filters.theme === '' ? undefined : filters.theme,
    status: filters.status === '' ? undefined : filters.status,
  }
  if (by === 'age') return listChildTallies(db, ['age'], asked)
  if (by === 'status') return listGroupTallies(db, { ...asked, dimension: 'status', teamIds })
  const own = teamIds ?? teams.map(({ id }) => id)
  return listGroupTallies(db, { ...asked, dimension: 'team', teamIds: own })
}

export const loadHeat = async (db: Db, frame: Frame, typed: string | undefined): Promise<Heat> => {
  const seesTeams = frame.teams.length > 0
  const choices = [...(seesTeams ? byTeams : []), ...byChildren]
  const first: HeatBy = !seesTeams
    ? 'status'
    : frame.teams.length > MOST_TEAMS_AT_FIRST && frame.filters.team === ''
      ? 'service'
      : 'team'
  const asked = typed === undefined ? undefined : findChoice('by', 'way to divide', typed, choices)
  const by = (asked?.found?.key ?? first) as HeatBy
  const faults = [...(asked?.faults ?? [])]
  if (by === 'age' && frame.teamIds !== undefined) {
    faults.push({
      field: 'team',
      message: 'By age the whole council is shown: take the team away, or divide by service status',
    })
  }
  const tallies = await talliesOf(db, frame, by)
  const used = new Set(tallies.map(({ group }) => group))
  const groups =
    by === 'team'
      ? teamGroups(frame, used)
      : by === 'service'
        ? serviceGroups(frame, used)
        : by === 'status'
          ? statusGroups(used)
          : ageGroups(used)
  const { theme } = frame.filters
  return {
    by,
    choices,
    faults,
    table: heatTable({
      tallies,
      groups,
      themes: theme === '' ? frame.themes : frame.themes.filter(({ key }) => key === theme),
      scaleOf: frame.scaleOf,
    }),
    isRefused:
      typed !== undefined &&
      asked?.found === undefined &&
      findChoice('by', '', typed, byTeams).found !== undefined,
  }
}
