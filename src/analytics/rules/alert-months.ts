/** Alerts by the month in which they were raised and closed. Months without any are there too: nought is a figure. */
import { type AlertShare, alertShare, type SumOf } from './alert-figures.ts'

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

type MonthCount = { concerns: number; good: number; resolved: number; inTime: number }

const noMonth: MonthCount = { concerns: 0, good: 0, resolved: 0, inTime: 0 }

/**
 * @param from London date; undefined begins with the first month that has any
 * @param to London date
 */
export const alertMonths = (from: string | undefined, to: string): SumOf<AlertMonth[]> => {
  const months = new Map<string, MonthCount>()
  // The same dates come again and again.
  const byDate = new Map<string, MonthCount>()
  const monthAt = (date: string): MonthCount => {
    const known = byDate.get(date)
    if (known !== undefined) return known
    const one = months.get(monthOf(date)) ?? { ...noMonth }
    months.set(monthOf(date), one)
    byDate.set(date, one)
    return one
  }
  return {
    add: ({ isRaised, isClosed, kind, state, raisedOn, closedOn, firstExpectedOn }) => {
      const isConcern = kind !== 'good_practice'
      if (isRaised === 1) {
        const month = monthAt(raisedOn)
        if (isConcern) month.concerns += 1
        else month.good += 1
      }
      if (isClosed === 1 && closedOn !== null && state === 'resolved' && isConcern) {
        const month = monthAt(closedOn)
        month.resolved += 1
        if (firstExpectedOn !== null && closedOn <= firstExpectedOn) month.inTime += 1
      }
    },
    sum: () => {
      const first = from ?? [...months.keys()].toSorted()[0]
      if (first === undefined) return []
      return monthsFrom(monthOf(first), monthOf(to)).map((month) => {
        const { concerns, good, resolved, inTime } = months.get(month) ?? noMonth
        const byFirst = alertShare(inTime, resolved)
        return { month, concerns, goodPractice: good, resolved, byFirst }
      })
    },
  }
}
