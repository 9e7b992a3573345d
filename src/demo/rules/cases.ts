/**
 * The children's cases of Aldermere: a reference, a team, and the way each came to its present status, so that a round
 * of three years ago can draw the cases that were open then. No child is real and none has a name.
 */
import type { ServiceStatus } from '../../rubrics/rules/service-status.ts'
import type { Chance } from './chance.ts'
import { people, teams } from './council.ts'
import { addDays, daysBetween } from './days.ts'

export interface DemoCase {
  readonly reference: string
  readonly team: string
  /** Oldest first; the last is the present one. */
  readonly history: readonly { readonly status: ServiceStatus; readonly from: string }[]
  readonly worker: string
  /** Today; younger before. */
  readonly age: number
  readonly sex: string
  readonly ethnicityGroup: string | null
  readonly disability: string | null
}

export const CASES = 900
/** About a quarter has been closed since. */
const SHARE_CLOSED = 0.27

/** What a case was before, how likely that is, and for how many days. */
const before: Record<
  ServiceStatus,
  readonly (readonly [ServiceStatus | null, number, number, number])[]
> = {
  early_help: [[null, 1, 0, 0]],
  assessment: [
    [null, 6, 0, 0],
    ['early_help', 3, 90, 300],
  ],
  cin: [
    ['assessment', 7, 25, 55],
    ['cp', 3, 200, 480],
  ],
  cp: [
    ['assessment', 5, 25, 55],
    ['cin', 4, 90, 330],
  ],
  care: [
    ['cp', 6, 180, 460],
    ['cin', 2, 90, 300],
    ['assessment', 1, 25, 45],
  ],
  care_leaver: [['care', 1, 700, 2300]],
  closed: [
    ['cin', 8, 90, 360],
    ['early_help', 3, 90, 320],
    ['assessment', 2, 25, 50],
    ['care_leaver', 1, 400, 1100],
    ['care', 1, 200, 900],
  ],
}

/** For how many days the present status has lasted so far. */
const lasting: Record<ServiceStatus, readonly [number, number]> = {
  early_help: [10, 330],
  assessment: [3, 44],
  cin: [15, 520],
  cp: [10, 560],
  care: [30, 2000],
  care_leaver: [30, 1800],
  closed: [5, 1150],
}

const ethnicityGroups = [
  ['White', 60],
  ['Mixed', 11],
  ['Asian or Asian British', 11],
  ['Black or Black British', 12],
  ['Other ethnic group', 4],
  [null, 2],
] as const

const workersOf = (team: string) => {
  const found = people.filter(
    (person) => person.team === team && person.roles.includes('practitioner')
  )
  return found.map(({ name }) => name)
}

const historyUpTo = (status: ServiceStatus, from: string, chance: Chance): DemoCase['history'] => {
  const options = before[status].map((option) => [option, option[1]] as const)
  const [earlier, , low, high] = chance.pickBy(options)
  const step = { status, from }
  if (earlier === null) return [step]
  return [...historyUpTo(earlier, addDays(from, -chance.between(low, high)), chance), step]
}

const ageOf = (history: DemoCase['history'], today: string, chance: Chance): number => {
  const leaverSince = history.find(({ status }) => status === 'care_leaver')?.from
  if (leaverSince) return 18 + Math.floor(daysBetween(leaverSince, today) / 365)
  const known = Math.ceil(daysBetween(history[0]?.from ?? today, today) / 365)
  return Math.min(17, Math.max(known, chance.between(0, 17)))
}

const teamFor = (status: ServiceStatus, chance: Chance): string =>
  chance.pickBy(
    teams.flatMap((team) => {
      const weight = team.holds.find(([held]) => held === status)?.[1] ?? 0
      return weight > 0 ? [[team.name, weight] as const] : []
    })
  )

const disabilityOf = (team: string, chance: Chance): string | null =>
  chance.pickBy([
    ['Yes', team === 'Meadow team' ? 97 : 9],
    ['No', team === 'Meadow team' ? 0 : 85],
    [null, 3],
  ])

/** The present statuses of open cases, with weights. */
const open = [
  ['cin', 34],
  ['cp', 22],
  ['care', 26],
  ['early_help', 9],
  ['assessment', 6],
  ['care_leaver', 9],
] as const

const newCase = (isClosed: boolean, today: string, chance: Chance): Omit<DemoCase, 'reference'> => {
  const status = isClosed ? 'closed' : chance.pickBy<ServiceStatus>(open)
  const [low, high] = lasting[status]
  const history = historyUpTo(status, addDays(today, -chance.between(low, high)), chance)
  const heldAs = history.findLast((step) => step.status !== 'closed')?.status ?? 'cin'
  const team = teamFor(heldAs, chance)
  return {
    team,
    history,
    worker: chance.pick(workersOf(team)),
    age: ageOf(history, today, chance),
    sex: chance.pick(['Female', 'Male']),
    ethnicityGroup: chance.pickBy<string | null>(ethnicityGroups),
    disability: disabilityOf(team, chance),
  }
}

/** @returns 900 cases, the longest known first; case systems count upwards, so it has the lowest reference */
export const makeCases = (today: string, chance: Chance): DemoCase[] => {
  const references = new Set<number>()
  while (references.size < CASES) references.add(chance.between(183_000, 214_999))
  const ordered = [...references].toSorted((a, b) => a - b)
  return Array.from({ length: CASES }, () => newCase(chance.isTrue(SHARE_CLOSED), today, chance))
    .toSorted((a, b) => ((a.history[0]?.from ?? '') < (b.history[0]?.from ?? '') ? -1 : 1))
    .map((each, at) => ({ ...each, reference: String(ordered[at]) }))
}
