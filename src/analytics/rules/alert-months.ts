/** Alerts by the month in which they were raised and closed. Months without any are there too: nought is a figure. */
import type { AlertFact, AlertShare } from './alert-figures.ts'
import { alertShare } from './alert-figures.ts'

export type AlertMonth = {
  /** `YYYY-MM`, of London dates. */
  readonly month: string
  readonly concerns: number
  readonly goodPractice: number
  /** Concerns resolved in the month. */
  readonly resolved: number
  readonly byFirst: AlertShare
}

const monthOf = (date: string): string => date.slice(0, 7)

/** Every month from one to the other, both included. */
export const monthsFrom = (first: string, last: string): string[] => {
  const number = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1
  const [from, to] = [number(first), number(last)]
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, place) => {
    const at = from + place
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
  })
}

/**
 * @param from London date; undefined begins with the first month that has any
 * @param to London date
 */
export const alertMonths = (
  facts: readonly AlertFact[],
  from: string | undefined,
  to: string
): AlertMonth[] => {
  const raised = new Map<string, { concerns: number; good: number }>()
  const closed = new Map<string, { resolved: number; inTime: number }>()
  for (const { isRaised, isClosed, kind, state, raisedOn, closedOn, firstExpectedOn } of facts) {
    const isConcern = kind !== 'good_practice'
    if (isRaised === 1) {
      const month = raised.get(monthOf(raisedOn)) ?? { concerns: 0, good: 0 }
      if (isConcern) month.concerns += 1
      else month.good += 1
      raised.set(monthOf(raisedOn), month)
    }
    if (isClosed === 1 && closedOn !== null && state === 'resolved' && isConcern) {
      const month = closed.get(monthOf(closedOn)) ?? { resolved: 0, inTime: 0 }
      month.resolved += 1
      if (firstExpectedOn !== null && closedOn <= firstExpectedOn) month.inTime += 1
      closed.set(monthOf(closedOn), month)
    }
  }
  const first = from ?? [...raised.keys(), ...closed.keys()].toSorted()[0]
  if (first === undefined) return []
  return monthsFrom(monthOf(first), monthOf(to)).map((month) => {
    const { concerns, good } = raised.get(month) ?? { concerns: 0, good: 0 }
    const { resolved, inTime } = closed.get(month) ?? { resolved: 0, inTime: 0 }
    return {
      month,
      concerns,
      goodPractice: good,
      resolved,
      byFirst: alertShare(inTime, resolved),
    }
  })
}
