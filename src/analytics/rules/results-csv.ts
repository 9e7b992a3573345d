/** The figures of the results page as CSV: exactly what the table shows, counts only where it shows counts only. */
import { stringify } from 'csv-stringify/sync'
import type { JudgementKind } from '../../grading/rules/judgement.ts'
import { fourGradeKey } from '../../rubrics/rules/scale.ts'
import { type DistributionRow, distributionCsv } from './distribution-csv.ts'
import type { RoundFigures } from './round-figures.ts'
import { isShareShown } from './small-numbers.ts'

export type FiguresShown = {
  readonly theme: string
  readonly item: string | null
  readonly judged: JudgementKind
  /** As the page has them, by date. */
  readonly figures: readonly RoundFigures[]
  /** By round, the version since which its question is what it is; empty where all rounds may be joined. */
  readonly sinceOf: ReadonlyMap<string, string>
}

const byValue = (counts: RoundFigures['values']) =>
  Object.fromEntries(counts.map(({ value, count }) => [value, count]))

const graded = ({ theme, item, figures, sinceOf }: FiguresShown): DistributionRow[] =>
  figures.toReversed().map(({ round, n, values, scale, share, ...beside }) => {
    const isShown = share !== undefined && isShareShown(n)
    return {
      theme,
      item,
      round: round.name,
      roundKind: round.kind,
      roundDate: round.date,
      n,
      counts: byValue(values),
      ...(scale.key === fourGradeKey ? {} : { scale: scale.key, outside: byValue(beside.outside) }),
      ...(sinceOf.size === 0 ? {} : { meaningSince: sinceOf.get(round.id) ?? '' }),
      notApplicable: beside.notApplicable,
      notEnoughEvidence: beside.notEnoughEvidence,
      goodOrBetter:
        share === undefined
          ? null
          : {
              count: share.count,
              percent: isShown ? share.percent : '',
              low: isShown ? share.low : '',
              high: isShown ? share.high : '',
            },
    }
  })

/** One line a round and answer, or, for numbers, a round. */
const measured = ({ theme, item, judged, figures, sinceOf }: FiguresShown): string => {
  const lines = figures.toReversed().flatMap(({ round, n, values, share, quartiles }) => {
    const since = sinceOf.size === 0 ? [] : [sinceOf.get(round.id) ?? '']
    const head = [theme, item ?? '', round.name, round.kind, round.date, n]
    if (quartiles) {
      const { median, lowerQuartile, upperQuartile, min, max } = quartiles
      const figures = [median, lowerQuartile, upperQuartile, min, max]
      return [[...head, ...figures.map((one) => (isShareShown(n) ? one : '')), ...since]]
    }
    const isShown = share !== undefined && isShareShown(n)
    return values.map(({ value, count }) =>
      judged === 'yes_no'
        ? [
            ...head,
            value,
            count,
            ...(isShown && value === 'yes' ? [share.percent, share.low, share.high] : ['', '', '']),
            ...since,
          ]
        : [...head, value, count, ...since]
    )
  })
  const columns = {
    number: ['median', 'lower_quartile', 'upper_quartile', 'min', 'max'],
    yes_no: ['value', 'count', 'yes_percent', 'low', 'high'],
    category: ['value', 'count'],
    grade: [],
  }[judged]
  return stringify(lines, {
    header: true,
    columns: [
      ...['theme', 'item', 'round', 'round_kind', 'round_date', 'n', ...columns],
      ...(sinceOf.size === 0 ? [] : ['meaning_since']),
    ],
    escape_formulas: true,
  })
}

export const resultsCsv = (shown: FiguresShown): string =>
  shown.judged === 'grade' ? distributionCsv(graded(shown)) : measured(shown)
