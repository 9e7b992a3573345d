/**
 * The report for readers outside the council: counts of 1 to 5 are "c", and so is every figure that would give one of
 * them away. Made from the internal report; figures are only ever taken out.
 */
import { isSmall, keepsChoicesSecret, LARGEST_SMALL } from './disclosure.ts'
import { goodKeys } from './good-keys.ts'
import type {
  CategoryMeasure,
  Figure,
  Report,
  ReportChange,
  ReportDistribution,
  ReportMeasure,
} from './report.ts'
import { cellId, measureId, OUTSIDE, sumId } from './report-ids.ts'
import type { Suppression } from './suppression.ts'

const shownWith =
  ({ isShown }: Suppression) =>
  (id: string, figure: Figure): Figure =>
    isShown(id) ? figure : 'c'

/** Counts of an internal report are numbers; anything else would be a fault of ours. */
const numberOf = (figure: Figure): number => {
  if (figure === 'c') throw new Error('the internal report has a suppressed figure')
  return figure
}

const hide = (figure: Figure): Figure =>
  typeof figure === 'number' && isSmall(figure) ? 'c' : figure

const all = (
  values: Readonly<Record<string, Figure>>,
  figure: (one: Figure, key: string) => Figure
) => Object.fromEntries(Object.entries(values).map(([name, value]) => [name, figure(value, name)]))

const none = (values: Readonly<Record<string, Figure>>) => all(values, () => 'c')

/**
 * Whether a sum has several solutions for a reader who takes every mark beside it for a number of 1 to 5, as the file says
 * that most are. Where it has none, the counts are too large for that, and the sum is left to the period's own line.
 */
const fitsMarks = (sum: number, parts: readonly Figure[]): boolean => {
  const marks = parts.filter((one) => one === 'c').length
  const rest = sum - parts.reduce<number>((all, one) => all + (one === 'c' ? 0 : one), 0)
  return marks === 0 || (rest > marks && rest < LARGEST_SMALL * marks)
}

/** n, and how many are good or better, as far as they can stand beside the counts of one round. */
const sumsBeside = (
  entry: ReportDistribution,
  counts: Readonly<Record<string, Figure>>,
  shown: (id: string, figure: Figure) => Figure
): { readonly n: Figure; readonly good: Figure } => {
  const isGood = new Set(goodKeys(entry))
  const side = (which: boolean) =>
    Object.keys(counts).flatMap((key) => (isGood.has(key) === which ? [counts[key] ?? 'c'] : []))
  const good = entry.goodOrBetter ? shown(sumId('good', entry), entry.goodOrBetter.count) : 'c'
  const hasGood = good !== 'c' && fitsMarks(good, side(true))
  const n = shown(sumId('n', entry), entry.n)
  const hasN =
    n !== 'c' && (hasGood ? fitsMarks(n - good, side(false)) : fitsMarks(n, Object.values(counts)))
  return { n: hasN ? n : 'c', good: hasGood ? good : 'c' }
}

const distribution = (entry: ReportDistribution, suppression: Suppression): ReportDistribution => {
  const shown = shownWith(suppression)
  const cell = (value: string, figure: Figure) => shown(cellId(entry, value), figure)
  const counts = all(entry.counts, (figure, value) => cell(value, figure))
  const good = entry.goodOrBetter
  const { n, good: goodCount } = sumsBeside(entry, counts, shown)
  const isWhole = n !== 'c' && !Object.values(counts).includes('c')
  const isShareShown = n !== 'c' && goodCount !== 'c'
  return {
    ...entry,
    n,
    counts,
    percent: isWhole ? entry.percent : none(entry.percent),
    notApplicable: cell(OUTSIDE.notApplicable, entry.notApplicable),
    notEnoughEvidence: cell(OUTSIDE.notEnoughEvidence, entry.notEnoughEvidence),
    ...(entry.outside === undefined
      ? {}
      : { outside: all(entry.outside, (figure, value) => cell(` outside ${value}`, figure)) }),
    goodOrBetter: good && {
      count: goodCount,
      percent: isShareShown ? good.percent : 'c',
      low: isShareShown ? good.low : 'c',
      high: isShareShown ? good.high : 'c',
    },
  }
}

const NO_SPREAD = {
  median: 'c',
  lowerQuartile: 'c',
  upperQuartile: 'c',
  min: 'c',
  max: 'c',
} as const

/** Several choices could be given: their counts are at least n together, and stand on their own. */
const severalChoices = (entry: CategoryMeasure): CategoryMeasure => {
  const n = numberOf(entry.n)
  const counts = Object.values(entry.values).map(numberOf)
  const isNShown = !isSmall(n) && keepsChoicesSecret(counts, n)
  const isWhole = isNShown && counts.every((count) => !isSmall(count))
  return {
    ...entry,
    n: isNShown ? n : 'c',
    // n is that of other lines of the round: where it would give a choice away, no choice is printed.
    values: isNShown || isSmall(n) ? all(entry.values, hide) : none(entry.values),
    percent: isWhole ? entry.percent : none(entry.percent),
  }
}

const measure = (entry: ReportMeasure, suppression: Suppression): ReportMeasure => {
  const shown = shownWith(suppression)
  if (entry.kind === 'number') {
    return isSmall(numberOf(entry.n)) ? { ...entry, n: 'c', ...NO_SPREAD } : entry
  }
  if (entry.kind === 'category' && entry.multiple) return severalChoices(entry)
  const n = shown(sumId('measured', entry), entry.n)
  const values = all(entry.values, (figure, value) => shown(measureId(entry, value), figure))
  const isWhole = n !== 'c' && !Object.values(values).includes('c')
  if (entry.kind === 'yes_no') {
    return {
      ...entry,
      n,
      values: { yes: values.yes ?? 'c', no: values.no ?? 'c' },
      yes: isWhole ? entry.yes : { percent: 'c', low: 'c', high: 'c' },
    }
  }
  return { ...entry, n, values, percent: isWhole ? entry.percent : none(entry.percent) }
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

/**
 * @param report an internal report
 * @param suppression of everything that stands beside it in the same file
 */
export const externalData = (report: Report, suppression: Suppression): Report => {
  const distributions = report.distributions.map((entry) => distribution(entry, suppression))
  const shown = new Set(
    distributions
      .filter((entry) => entry.goodOrBetter !== null && entry.goodOrBetter.percent !== 'c')
      .map((entry) => placeOf(entry.theme, entry.item, entry.round))
  )
  return {
    ...report,
    audience: 'external',
    distributions,
    measures: report.measures.map((entry) => measure(entry, suppression)),
    changes: report.changes.map((entry) => change(entry, shown)),
    breaks: report.breaks.map((entry) => ({ ...entry, reason: null })),
  }
}
