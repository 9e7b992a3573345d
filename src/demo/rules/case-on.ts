/** What the case system would have said of a case on a given day, as the frame of a round takes it. */
import type { ServiceStatus } from '../../rubrics/rules/service-status.ts'
import type { DemoCase } from './cases.ts'
import { people } from './council.ts'
import { addDays, daysBetween } from './days.ts'

export interface CaseOn {
  readonly status: ServiceStatus
  readonly statusStartedOn: string
  readonly age: number
  /** Who reviews it: conferences and children in care have somebody. */
  readonly iro: string | null
  readonly nextReviewOn: string | null
}

const namesOf = (jobTitle: string) =>
  people.filter((person) => person.jobTitle === jobTitle).map(({ name }) => name)
const officers: Partial<Record<ServiceStatus, readonly string[]>> = {
  cp: namesOf('Child protection chair'),
  care: namesOf('Independent reviewing officer'),
}

/** Days after the start of the status of the first review, and between later ones. */
const reviews: Partial<Record<ServiceStatus, readonly [number, number]>> = {
  cin: [42, 90],
  cp: [90, 180],
  care: [20, 180],
}

/** One in twenty is a fortnight behind. */
const nextReview = (reference: number, since: string, interval: readonly number[], day: string) => {
  const [first = 0, then = 1] = interval
  const behind = reference % 20 === 0 ? 14 : 0
  const soonest = daysBetween(since, day) - behind
  const later = Math.max(0, Math.ceil((soonest - first) / then))
  return addDays(since, first + later * then)
}

/** Undefined before the case was known. */
export const caseOn = (each: DemoCase, day: string, today: string): CaseOn | undefined => {
  const step = each.history.findLast(({ from }) => from <= day)
  if (!step) return undefined
  const reference = Number(each.reference)
  const able = officers[step.status]
  const interval = reviews[step.status]
  return {
    status: step.status,
    statusStartedOn: step.from,
    age: Math.max(0, each.age - Math.floor(daysBetween(day, today) / 365)),
    iro: able?.[reference % able.length] ?? null,
    nextReviewOn: interval ? nextReview(reference, step.from, interval, day) : null,
  }
}
