/** Names for the numbers of a report, so that the same number has one name wherever in the report it stands. */
import type { Distribution } from '../../analytics/rules/distribution.ts'
import type { LinePlace, PeriodLine } from './period-line.ts'
import type { ReportDistribution } from './report.ts'

const id = (...parts: readonly string[]): string => parts.join('\u0000')

/** Where a count stands: a theme or item in one round. */
export type EntryPlace = {
  readonly theme: string
  readonly item: string | null
  readonly round: string
}

export const cellId = ({ theme, item, round }: EntryPlace, value: string): string =>
  id('cell', theme, item ?? '', round, value)

export const measureId = ({ theme, item, round }: EntryPlace, value: string): string =>
  id('measure', theme, item ?? '', round, value)

export const sumId = (
  what: 'n' | 'good' | 'measured',
  { theme, item, round }: EntryPlace
): string => id(what, theme, item ?? '', round)

export const tableId = (table: string, row: string, column: string): string =>
  id('table', table, row, column)

/** What is counted beside n has names that no scale's value has. */
export const OUTSIDE = {
  notApplicable: ' not applicable',
  notEnoughEvidence: ' not enough evidence',
} as const

type Counted = Pick<Distribution, 'counts' | 'notApplicable' | 'notEnoughEvidence' | 'outside'>

/** Every count of an entry, by what it counts. */
export const countsOf = (entry: Counted): [string, number][] => [
  ...Object.entries(entry.counts),
  [OUTSIDE.notApplicable, entry.notApplicable],
  [OUTSIDE.notEnoughEvidence, entry.notEnoughEvidence],
  ...Object.entries(entry.outside ?? {}).map(([key, count]): [string, number] => [
    ` outside ${key}`,
    count,
  ]),
]

type Whole = Counted & { readonly n: number }

const isWhole = (entry: ReportDistribution): entry is ReportDistribution & Whole =>
  [
    entry.n,
    entry.notApplicable,
    entry.notEnoughEvidence,
    ...Object.values(entry.counts),
    ...Object.values(entry.outside ?? {}),
  ].every((figure) => typeof figure === 'number')

/** The entry of an internal report, whose figures are all numbers; anything else would be a fault of ours. */
export const wholeEntry = (entry: ReportDistribution): Whole => {
  if (!isWhole(entry)) throw new Error('the internal report has a suppressed figure')
  return entry
}

/** Sums of a line; no value of a scale is called so, for `good` is a grade too. */
export const LINE_N = ' n'
export const LINE_GOOD = ' good or better'
/** Graded, and not good or better. */
export const LINE_BELOW = ' below good'

/** The name of a number of a line: of one round it is the round's own. */
export const lineId = (line: PeriodLine, what: string): string => {
  const [only] = line.rounds
  const place: LinePlace = line
  if (line.rounds.length === 1 && only) {
    const entry = { theme: place.theme, item: place.item, round: only.name }
    if (what === LINE_N) return sumId('n', entry)
    return what === LINE_GOOD ? sumId('good', entry) : cellId(entry, what)
  }
  return id('line', place.theme, place.item ?? '', place.roundKind, line.period, what)
}
