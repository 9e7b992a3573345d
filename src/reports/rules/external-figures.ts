/** The figures of a report for readers outside the council: numbers from 1 to 5, and what gives them away, are "c". */
import { isSmall, printableOf } from './disclosure.ts'
import { externalReport } from './external-report.ts'
import type { PrintLine } from './printed-line.ts'
import type { Figure } from './report.ts'
import type { CountRow, CountTable, ReportFigures } from './report-figures.ts'

const hide = (figure: Figure): Figure =>
  typeof figure === 'number' && isSmall(figure) ? 'c' : figure

const line: PrintLine = ({ distribution, scale }) => {
  const keys = Object.keys(distribution.counts)
  const counts = keys.map((key) => distribution.counts[key] ?? 0)
  const good = scale.values.filter(({ isPositive }) => isPositive).map(({ key }) => key)
  const printable = printableOf(
    counts,
    keys.flatMap((key, place) => (good.includes(key) ? [place] : []))
  )
  const isShareShown = printable.n && printable.goodOrBetter
  const isWhole = printable.n && counts.every((count) => !isSmall(count))
  const share = distribution.goodOrBetter
  return {
    n: printable.n ? distribution.n : 'c',
    counts: Object.fromEntries(keys.map((key, place) => [key, hide(counts[place] ?? 0)])),
    percent: Object.fromEntries(
      keys.map((key) => [key, isWhole ? (distribution.percent[key] ?? 0) : 'c'])
    ),
    notApplicable: hide(distribution.notApplicable),
    notEnoughEvidence: hide(distribution.notEnoughEvidence),
    good: share && {
      count: printable.goodOrBetter ? share.count : 'c',
      percent: isShareShown ? share.percent : 'c',
      low: isShareShown ? share.low : 'c',
      high: isShareShown ? share.high : 'c',
    },
  }
}

const row = (one: CountRow): CountRow => {
  const counts = Object.fromEntries(
    Object.entries(one.counts).map(([key, count]) => [key, hide(count)])
  )
  const hidden = Object.values(counts).filter((count) => count === 'c').length
  return { ...one, counts, total: hidden > 0 ? 'c' : hide(one.total) }
}

const table = ({ rows, total }: CountTable): CountTable => {
  const shown = rows.map(row)
  const isHidden = shown.some(({ counts }) => Object.values(counts).includes('c'))
  return { rows: shown, total: isHidden ? undefined : total && row(total) }
}

export const externalFigures = (
  figures: ReportFigures
): { readonly figures: ReportFigures; readonly print: PrintLine } => ({
  print: line,
  figures: {
    ...figures,
    actions: table(figures.actions),
    safety: table(figures.safety),
    teams: table(figures.teams),
    statuses: table(figures.statuses),
    rounds: table(figures.rounds),
    data: externalReport(figures.data),
  },
})
