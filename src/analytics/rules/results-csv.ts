/** The figures of the results page as CSV: exactly what the table shows, counts only where it shows counts only. */
import { stringify } from 'csv-stringify/sync'
import type { JudgementKind } from '../../grading/rules/judgement.ts'
import { fourGradeKey, type Scale } from '../../rubrics/rules/scale.ts'
import { type DistributionRow, distributionCsv } from './distribution-csv.ts'
import type { RoundFigures } from './round-figures.ts'
import { isShareShown } from './small-numbers.ts'

export type FiguresShown = {
  readonly theme: string
  readonly item: string | null
  readonly judged: JudgementKind
  /** Of what is graded. */
  readonly scale: Scale
  /** As the page has them, by date. */
  readonly figures: readonly RoundFigures[]
}

const byValue = (counts: RoundFigures['values']) =>
  Object.fromEntries(counts.map(({ value, count }) => [value, count]))

const graded = ({ theme, item, figures, scale }: FiguresShown): DistributionRow[] =>
  figures.toReversed().map(({ round, n, values, share, ...beside }) => {
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
const measured = ({ theme, item, judged, figures }: FiguresShown): string => {
  const lines = figures.toReversed().flatMap(({ round, n, values, share, quartiles }) => {
    const head = [theme, item ?? '', round.name, round.kind, round.date, n]
    if (quartiles) {
      const { median, lowerQuartile, upperQuartile, min, max } = quartiles
      const figures = [median, lowerQuartile, upperQuartile, min, max]
      return [[...head, ...figures.map((one) => (isShareShown(n) ? one : ''))]]
    }
    const isShown = share !== undefined && isShareShown(n)
    return values.map(({ value, count }) =>
      judged === 'yes_no'
        ? [
            ...head,
            value,
            count,
            ...(isShown && value === 'yes' ? [share.percent, share.low, share.high] : ['', '', '']),
          ]
        : [...head, value, count]
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
    columns: ['theme', 'item', 'round', 'round_kind', 'round_date', 'n', ...columns],
    escape_formulas: true,
  })
}

export const resultsCsv = (shown: FiguresShown): string =>
  shown.judged === 'grade' ? distributionCsv(graded(shown)) : measured(shown)
