/**
 * To whom a safety notice goes, step by step up the line of management. Pure: over rows of people and teams, so that
 * who is told can be read off a table. Which step stops the clock, and why, is docs/decisions/0016.
 */
import type { Role } from '../../people/rules/permissions.ts'
import { serviceAbove, upFrom } from './team-ties.ts'

/** The line of management above a case, from below. A QA lead is told too, but is not of the line. */
export const lineSteps = [
  { level: 1, name: 'team manager' },
  { level: 2, name: 'service manager' },
  { level: 3, name: 'head of service' },
  { level: 4, name: 'director' },
] as const

/** The level of an addressee who is not of the line. */
export const QA_LEVEL = 0

export const TOP_LEVEL = 4

/** How far up it goes at once when everybody is there: the manager of the team and of the service. */
const AT_ONCE = 2

export type LinePerson = {
  readonly id: string
  readonly teamId: string | null
  readonly roles: readonly Role[]
  readonly isActive: boolean
}

export type LineTeam = {
  readonly id: string
  readonly parentId: string | null
  readonly kind: 'service' | 'team'
}

export type Line = {
  /** Everybody of the line by step, with the auditor where they are of it. */
  readonly steps: ReadonlyMap<number, readonly string[]>
  readonly qaLeads: readonly string[]
}

export type Addressee = { readonly personId: string; readonly level: number }

/** Somebody counts once, where they stand lowest. Whoever has left is nowhere. */
export const lineOf = (
  people: readonly LinePerson[],
  teams: readonly LineTeam[],
  caseTeamId: string | null
): Line => {
  const active = people.filter(({ isActive }) => isActive)
  const above = upFrom(teams, caseTeamId).slice(1)
  const service = serviceAbove(teams, caseTeamId)
  const isManager = ({ roles }: LinePerson) => roles.includes('manager')
  const isSenior = ({ roles }: LinePerson) => roles.includes('senior_leader')
  const isOfStep: Record<number, (person: LinePerson) => boolean> = {
    1: (person) => isManager(person) && caseTeamId !== null && person.teamId === caseTeamId,
    2: (person) => isManager(person) && above.some(({ id }) => id === person.teamId),
    3: (person) =>
      isSenior(person) && service !== undefined && serviceAbove(teams, person.teamId) === service,
    // Without a team, or of what stands above the service in the tree.
    4: (person) =>
      isSenior(person) && (person.teamId === null || above.some(({ id }) => id === person.teamId)),
  }
  const placed = new Set<string>()
  const steps = new Map<number, readonly string[]>()
  for (const { level } of lineSteps) {
    const ids = active
      .filter((person) => !placed.has(person.id) && isOfStep[level]?.(person))
      .map(({ id }) => id)
    for (const id of ids) placed.add(id)
    steps.set(level, ids)
  }
  return {
    steps,
    qaLeads: active.filter(({ roles }) => roles.includes('qa_lead')).map(({ id }) => id),
  }
}

const stepOf = (line: Line, personId: string): number | undefined =>
  lineSteps.find(({ level }) => line.steps.get(level)?.includes(personId))?.level

/** Whether anybody but the auditor is there: nobody answers for the safety of what they themselves reported. */
const isFilled = (line: Line, level: number, auditorId: string | null): boolean =>
  (line.steps.get(level) ?? []).some((id) => id !== auditorId)

const uniqueUpTo = (line: Line, level: number, withQa: boolean): Addressee[] => {
  const inLine = lineSteps
    .filter((step) => step.level <= level)
    .flatMap((step) =>
      (line.steps.get(step.level) ?? []).map((personId) => ({ personId, level: step.level }))
    )
  const quality = withQa
    ? line.qaLeads
        .filter((personId) => !inLine.some((each) => each.personId === personId))
        // A QA lead who is also of the line is told as what they are in it.
        .map((personId) => ({ personId, level: stepOf(line, personId) ?? QA_LEVEL }))
    : []
  return [...inLine, ...quality]
}

export type FirstRound = {
  readonly addressees: readonly Addressee[]
  /** The highest step that was told. */
  readonly level: number
  /** Steps at which there was nobody (but the auditor), so that it went further up at once. */
  readonly empty: readonly number[]
}

/**
 * Who is told when the notice opens: team and service at once, and every QA lead. With nobody at the service's step,
 * the next step that has somebody is told as well, to the top.
 */
export const firstAddressees = (line: Line, auditorId: string | null): FirstRound => {
  let level = AT_ONCE
  while (level < TOP_LEVEL && !isFilled(line, level, auditorId)) level += 1
  return {
    addressees: uniqueUpTo(line, level, true),
    level,
    empty: lineSteps
      .filter((step) => step.level <= level && !isFilled(line, step.level, auditorId))
      .map((step) => step.level),
  }
}

export type NextRound = FirstRound & {
  /** At the top there is nobody further up: those at the top and the QA leads are told again. */
  readonly isRepeated: boolean
}

/** Who is told when nobody of the line has acknowledged it in time. */
export const nextAddressees = (line: Line, level: number, auditorId: string | null): NextRound => {
  let next = level + 1
  while (next < TOP_LEVEL && !isFilled(line, next, auditorId)) next += 1
  const reached = Math.min(next, TOP_LEVEL)
  const isRepeated = level >= TOP_LEVEL || !isFilled(line, reached, auditorId)
  const from = isRepeated ? TOP_LEVEL : reached
  return {
    addressees: [
      ...(line.steps.get(from) ?? []).map((personId) => ({ personId, level: from })),
      ...(isRepeated ? uniqueUpTo(line, 0, true) : []),
    ].filter(
      (each, index, all) => all.findIndex((one) => one.personId === each.personId) === index
    ),
    level: reached,
    empty: lineSteps
      .filter(
        (step) =>
          step.level > level && step.level <= reached && !isFilled(line, step.level, auditorId)
      )
      .map((step) => step.level),
    isRepeated,
  }
}

/** Acknowledged by somebody of the line who is not the auditor, it goes no further up. */
export const stopsTheClock = (addressee: Addressee, auditorId: string | null): boolean =>
  addressee.level > QA_LEVEL && addressee.personId !== auditorId

export const stepName = (level: number): string =>
  lineSteps.find((step) => step.level === level)?.name ?? 'QA lead'
