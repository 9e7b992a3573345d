/** The two sides of a comparison: which rounds are on each, and what is wrong with the dates that were typed. */
import { addDays } from '../../people/rules/add-days.ts'
import { isInPeriod, monthsBefore } from './period.ts'
import { readDate } from './read-date.ts'
import type { FilterFault } from './results-choices.ts'
import type { RoundFacts } from './tally.ts'

/** What is compared: twelve months with the twelve before, two periods, or two rounds. */
export const comparisonModes = ['years', 'periods', 'rounds'] as const
export type ComparisonMode = (typeof comparisonModes)[number]

/** Dates as typed, `YYYY-MM-DD`, both ends included. */
export type TypedDates = {
  readonly from1?: string | undefined
  readonly to1?: string | undefined
  readonly from2?: string | undefined
  readonly to2?: string | undefined
}

export type Span = { readonly from: string; readonly to: string }

/** The twelve months before the last twelve, and the last twelve, as rounds are told apart in period.ts. */
export const twoYears = (today: string): readonly [Span, Span] => {
  const middle = monthsBefore(today, 12)
  return [
    { from: addDays(monthsBefore(today, 24), 1), to: middle },
    { from: addDays(middle, 1), to: today },
  ]
}

const names = {
  from1: 'The first day of the earlier period',
  to1: 'The last day of the earlier period',
  from2: 'The first day of the later period',
  to2: 'The last day of the later period',
} as const
const fields = ['from1', 'to1', 'from2', 'to2'] as const

/**
 * Two periods from what was typed; what was left out is that of the two years.
 * @returns the periods that can be shown, with what is wrong with those that were typed
 */
export const readSpans = (
  typed: TypedDates,
  today: string
): { readonly spans: readonly [Span, Span]; readonly faults: readonly FilterFault[] } => {
  const [before, last] = twoYears(today)
  const standard = { from1: before.from, to1: before.to, from2: last.from, to2: last.to }
  const faults: FilterFault[] = []
  const date = (field: (typeof fields)[number]): string => {
    const text = typed[field]
    if (text === undefined) return standard[field]
    const read = readDate(text)
    if (read.ok) return read.date
    faults.push({ field, message: `${names[field]}: ${read.message}` })
    return standard[field]
  }
  const [from1, to1, from2, to2] = [date('from1'), date('to1'), date('from2'), date('to2')]
  if (faults.length === 0 && from1 > to1) {
    faults.push({
      field: 'to1',
      message: 'The earlier period ends before it begins: give a last day after its first',
    })
  }
  if (faults.length === 0 && from2 > to2) {
    faults.push({
      field: 'to2',
      message: 'The later period ends before it begins: give a last day after its first',
    })
  }
  if (faults.length === 0 && from2 <= to1) {
    faults.push({
      field: 'from2',
      message:
        'The later period begins before the earlier one has ended: no round may be on both sides, so give a later first day',
    })
  }
  return faults.length === 0
    ? {
        spans: [
          { from: from1, to: to1 },
          { from: from2, to: to2 },
        ],
        faults,
      }
    : { spans: [before, last], faults }
}

/** Rounds of a kind on the two sides; those of twelve months as everywhere (an open round is of the last). */
export const roundsOf = (rounds: readonly RoundFacts[], span: Span): RoundFacts[] =>
  rounds.filter(({ date }) => date >= span.from && date <= span.to)

export const roundsOfTwoYears = (
  rounds: readonly RoundFacts[],
  today: string
): readonly [RoundFacts[], RoundFacts[]] => {
  const last = rounds.filter(({ date }) => isInPeriod(date, '1y', today))
  return [
    rounds.filter((round) => isInPeriod(round.date, '2y', today) && !last.includes(round)),
    last,
  ]
}
