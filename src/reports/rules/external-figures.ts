/** The figures of a report for readers outside the council: numbers from 1 to 5, and what gives them away, are "c". */
import { withAlerts } from './alert-counts.ts'
import { isSmall } from './disclosure.ts'
import { externalData } from './external-report.ts'
import type { PeriodLine } from './period-line.ts'
import type { PrintLine } from './printed-line.ts'
import { type PrintedSums, packSums, sumsBeside } from './printed-sums.ts'
import type { Figure, Report, YesNoMeasure } from './report.ts'
import type { CountTable, ReportFigures } from './report-figures.ts'
import { LINE_BELOW, LINE_GOOD, LINE_N, lineId, measureId, sumId, tableId } from './report-ids.ts'
import { ledgerOf } from './report-ledger.ts'
import { type ShareRange, shareRange } from './share-range.ts'
import { tableWith } from './suppressed-table.ts'
import { type Suppression, suppress } from './suppression.ts'

const lineWith =
  ({ isShown, isToldSmall, isLeftOut }: Suppression): PrintLine =>
  (line: PeriodLine) => {
    const { distribution } = line
    const shown = (what: string, figure: number): Figure =>
      isShown(lineId(line, what)) ? figure : 'c'
    const counts = Object.fromEntries(
      Object.entries(distribution.counts).map(([key, count]) => [key, shown(key, count)])
    )
    const n = shown(LINE_N, distribution.n)
    const share = distribution.goodOrBetter
    const good = share ? shown(LINE_GOOD, share.count) : 'c'
    const belowCount = distribution.n - (share?.count ?? 0)
    const below = share ? shown(LINE_BELOW, belowCount) : 'c'
    const isWhole = n !== 'c' && !Object.values(counts).includes('c')
    const isShareShown = n !== 'c' && good !== 'c'
    return {
      n,
      counts,
      below,
      hasGrades: !Object.keys(counts).some((key) => isLeftOut(lineId(line, key))),
      between: share
        ? shareRange(
            { shown: good, isSmall: isToldSmall(lineId(line, LINE_GOOD)) },
            { shown: below, isSmall: isToldSmall(lineId(line, LINE_BELOW)) },
            n
          )
        : undefined,
      percent: isWhole
        ? distribution.percent
        : Object.fromEntries(Object.keys(counts).map((key) => [key, 'c' as const])),
      good: share && {
        count: good,
        percent: isShareShown ? share.percent : 'c',
        low: isShareShown ? share.low : 'c',
        high: isShareShown ? share.high : 'c',
      },
    }
  }

/**
 * By team and by status the same audits are counted as by round. Where a round has so few that their number is itself
 * suppressed, it would be the rest: then neither table is printed.
 */
const isCoverageSafe = ({ rounds, smallestRound }: ReportFigures): boolean =>
  !isSmall(smallestRound) && rounds.rows.every(({ counts }) => !isSmall(Number(counts.done ?? 0)))

/** Of measures answered yes or no whose share is not printed. */
const betweenOf = (data: Report, { isShown }: Suppression): Map<string, ShareRange> => {
  const of = (one: YesNoMeasure) => {
    const side = (value: 'yes' | 'no') => {
      const count = Number(one.values[value])
      const shown: Figure = isShown(measureId(one, value)) ? count : 'c'
      return { shown, isSmall: isSmall(count) }
    }
    const n: Figure = isShown(sumId('measured', one)) ? Number(one.n) : 'c'
    return shareRange(side('yes'), side('no'), n)
  }
  return new Map(
    data.measures.flatMap((one): [string, ShareRange][] => {
      const range = one.kind === 'yes_no' ? of(one) : undefined
      return range ? [[sumId('measured', one), range]] : []
    })
  )
}

const nothing: CountTable = { rows: [], total: undefined }

export const externalFigures = (
  given: ReportFigures
): {
  readonly figures: ReportFigures
  readonly print: PrintLine
  readonly printed: PrintedSums
  /** Frozen reports whose numbers are no longer those of today. */
  readonly changed: readonly number[]
} => {
  const isSafe = isCoverageSafe(given)
  const figures = isSafe ? given : { ...given, teams: nothing, statuses: nothing }
  const { data, stories, rounds, context } = figures
  const names = [
    'rounds',
    'teams',
    'statuses',
    'actions',
    'safety',
    'alerts',
    'alertsResolved',
  ] as const
  const tables = Object.fromEntries(names.map((name) => [name, figures[name]]))
  const ledger = ledgerOf({ data, stories, tables, rounds, context })
  const columns = ['period', 'rest'] as const
  // By team and by status: one total for both.
  const bothTotals = (['teams', 'statuses'] as const).flatMap((name) =>
    columns.map((column) => figures[name].rows.map(({ key }) => tableId(name, key, column)))
  )
  const known = [...ledger.assumed, ...bothTotals.filter((ids) => ids.length > 1)]
  const beside = sumsBeside(figures.frozen ?? [], ledger.cells)
  const suppression = suppress({
    ...ledger,
    assumed: known,
    ...{ known: beside.known, kept: beside.kept, toldBefore: beside.told },
  })
  const shownTables = Object.fromEntries(
    names.map((name) => [name, tableWith(suppression, name, figures[name])])
  ) as Pick<ReportFigures, (typeof names)[number]>
  return {
    printed: packSums(suppression.printed()),
    changed: beside.changed,
    print: lineWith(suppression),
    figures: {
      ...figures,
      ...shownTables,
      between: betweenOf(data, suppression),
      data: { ...externalData(data, suppression), ...withAlerts(shownTables) },
    },
  }
}
