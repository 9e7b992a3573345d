/**
 * The report for readers outside the council: counts of 1 to 5 are "c", and so is every figure that would give one of
 * them away. Made from the internal report; figures are only ever taken out.
 */
import { isSmall, keepsChoicesSecret, keepsSecret, printableOf } from './disclosure.ts'
import type { Figure, Report, ReportChange, ReportDistribution, ReportMeasure } from './report.ts'

const hide = (figure: Figure): Figure =>
  typeof figure === 'number' && isSmall(figure) ? 'c' : figure

/** Counts of an internal report are numbers; anything else would be a fault of ours. */
const numberOf = (figure: Figure): number => {
  if (figure === 'c') throw new Error('the internal report has a suppressed figure')
  return figure
}

const GOOD_GRADES: readonly string[] = ['outstanding', 'good']

const all = (values: Readonly<Record<string, Figure>>, figure: (one: Figure) => Figure) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, figure(value)]))

/** Places of the counts that are added up to good or better. */
const goodPlaces = ({ counts, scale, positive }: ReportDistribution): number[] => {
  const good = scale === undefined ? GOOD_GRADES : (positive ?? [])
  return Object.keys(counts).flatMap((key, place) => (good.includes(key) ? [place] : []))
}

const distribution = (entry: ReportDistribution): ReportDistribution => {
  const counts = Object.values(entry.counts).map(numberOf)
  const printable = printableOf(counts, goodPlaces(entry))
  const isWhole = counts.every((count) => !isSmall(count)) && printable.n
  const isShareShown = printable.n && printable.goodOrBetter
  return {
    ...entry,
    n: printable.n ? entry.n : 'c',
    counts: all(entry.counts, hide),
    percent: isWhole ? entry.percent : all(entry.percent, () => 'c'),
    notApplicable: hide(entry.notApplicable),
    notEnoughEvidence: hide(entry.notEnoughEvidence),
    ...(entry.outside === undefined ? {} : { outside: all(entry.outside, hide) }),
    goodOrBetter: entry.goodOrBetter && {
      count: printable.goodOrBetter ? entry.goodOrBetter.count : 'c',
      percent: isShareShown ? entry.goodOrBetter.percent : 'c',
      low: isShareShown ? entry.goodOrBetter.low : 'c',
      high: isShareShown ? entry.goodOrBetter.high : 'c',
    },
  }
}

const measure = (entry: ReportMeasure): ReportMeasure => {
  const n = numberOf(entry.n)
  if (entry.kind === 'number') {
    if (!isSmall(n)) return entry
    const hidden = {
      median: 'c',
      lowerQuartile: 'c',
      upperQuartile: 'c',
      min: 'c',
      max: 'c',
    } as const
    return { ...entry, n: 'c', ...hidden }
  }
  const counts = Object.values(entry.values).map(numberOf)
  const isSummed = entry.kind === 'yes_no' || !entry.multiple
  const everything = [counts.map((_, place) => place)]
  const isNShown =
    !isSmall(n) && (isSummed ? keepsSecret(counts, everything) : keepsChoicesSecret(counts, n))
  const isWhole = isNShown && counts.every((count) => !isSmall(count))
  if (entry.kind === 'yes_no') {
    return {
      ...entry,
      n: isNShown ? n : 'c',
      values: { yes: hide(entry.values.yes), no: hide(entry.values.no) },
      yes: isWhole ? entry.yes : { percent: 'c', low: 'c', high: 'c' },
    }
  }
  return {
    ...entry,
    n: isNShown ? n : 'c',
    values: all(entry.values, hide),
    percent: isWhole ? entry.percent : all(entry.percent, () => 'c'),
  }
}

const placeOf = (theme: string, item: string | null, round: string) =>
  [theme, item ?? '', round].join('\u0000')

/** A change is printed where both shares are; it then says nothing that they do not. */
const change = (entry: ReportChange, shown: ReadonlySet<string>): ReportChange => {
  const isShown = [entry.fromRound, entry.toRound].every((round) =>
    shown.has(placeOf(entry.theme, entry.item, round))
  )
  return isShown ? entry : { ...entry, difference: 'c', low: 'c', high: 'c', verdict: 'c' }
}

/** @param report an internal report */
export const externalReport = (report: Report): Report => {
  const distributions = report.distributions.map(distribution)
  const shown = new Set(
    distributions
      .filter((entry) => entry.goodOrBetter !== null && entry.goodOrBetter.percent !== 'c')
      .map((entry) => placeOf(entry.theme, entry.item, entry.round))
  )
  return {
    ...report,
    audience: 'external',
    distributions,
    measures: report.measures.map(measure),
    changes: report.changes.map((entry) => change(entry, shown)),
    breaks: report.breaks.map((entry) => ({ ...entry, reason: null })),
  }
}
