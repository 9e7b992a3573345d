/** How far each auditor has come with the audits of the round that is open today. */
import type { ServiceStatus } from '../../rubrics/rules/service-status.ts'
import { people } from './council.ts'
import { addDays, lastWeekday } from './days.ts'

export interface Outcome {
  readonly state: 'allocated' | 'in_progress' | 'submitted' | 'reopened'
  /** Of an audit in progress: the share of its questions that are answered. */
  readonly part: number
  /** Asked for earlier than the rest of the round, and still not here. */
  readonly isLate: boolean
  /** Counts the outcomes of this kind. */
  readonly nth: number
}

type Plain = Omit<Outcome, 'nth'>

const allocated: Plain = { state: 'allocated', part: 0, isLate: false }
const submitted: Plain = { ...allocated, state: 'submitted' }
const reopened: Plain = { ...allocated, state: 'reopened' }
const begun = (part: number): Plain => ({ ...allocated, state: 'in_progress', part })
const late = (outcome: Plain): Plain => ({ ...outcome, isLate: true })

/** The person whom most visitors sign in as has a bit of everything to do. */
const first: readonly Plain[] = [begun(0.62), submitted, allocated, late(allocated)]

const others: readonly (readonly Plain[])[] = [
  [submitted, submitted, begun(0.3)],
  [submitted, allocated, allocated],
  [begun(0.85), submitted, allocated],
  [submitted, submitted, submitted],
  [late(begun(0.45)), submitted, submitted],
  [submitted, allocated, allocated],
  [reopened, submitted, submitted],
  [late(allocated), submitted, begun(0.15)],
]

const order: readonly ServiceStatus[] = ['cp', 'cin', 'care']

/** @returns an outcome for each audit, in their order; each person's go to plans first, then to children in care */
export const outcomesOf = (
  audits: readonly { readonly auditor: string; readonly status: ServiceStatus }[]
): Outcome[] => {
  const names = people
    .map(({ name }) => name)
    .filter((name) => audits.some((each) => each.auditor === name))
  const outcomes = new Map<(typeof audits)[number], Plain>()
  for (const [index, name] of names.entries()) {
    const pattern = index === 0 ? first : (others[index % others.length] ?? first)
    const own = audits
      .filter(({ auditor }) => auditor === name)
      .toSorted((a, b) => order.indexOf(a.status) - order.indexOf(b.status))
    for (const [at, audit] of own.entries()) outcomes.set(audit, pattern[at] ?? submitted)
  }
  const counts = new Map<string, number>()
  return audits.map((audit) => {
    const outcome = outcomes.get(audit) ?? allocated
    const nth = counts.get(outcome.state) ?? 0
    counts.set(outcome.state, nth + 1)
    return { ...outcome, nth }
  })
}

/** A Friday that has passed: audits that were due then are late. */
export const lateDueOn = (today: string): string => lastWeekday(addDays(today, -2), 5)
