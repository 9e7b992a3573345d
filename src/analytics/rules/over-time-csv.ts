/** A line over time as a table for a file: each round with its share, its interval, and the centre and limits of its stretch. */
import type { RoundFigures } from './round-figures.ts'
import { isShareShown } from './small-numbers.ts'
import type { Stretch } from './spc-chart.ts'
import type { CsvTable } from './table-csv.ts'

const COLUMNS = [
  ...['theme', 'item', 'round', 'round_kind', 'round_date', 'stretch', 'n', 'count', 'share'],
  ...['low', 'high', 'centre', 'lower_limit', 'upper_limit', 'limits', 'signal', 'median'],
]

/** To four places, as in the other files; '' where the page shows nothing. */
const fraction = (value: number | undefined): number | '' =>
  value === undefined ? '' : Math.round(value * 10_000) / 10_000

const hasMedian = ({ quartiles }: RoundFigures): boolean => quartiles !== undefined

const limitsWords = { none: 'too few rounds', trial: 'on trial', fixed: 'fixed' } as const

/**
 * Shares, centre and limits are fractions; of a number the median, the centre and the limits are in its own unit. Stretches are numbered from 1 over all years, of which `shown` are taken.
 * @param signals by round, the words that the chart marks it with
 */
export const overTimeTable = (asked: {
  readonly theme: string
  readonly item: string
  readonly stretches: readonly Stretch[]
  readonly shown: ReadonlySet<string>
  readonly signals: ReadonlyMap<string, { readonly short: string }>
}): CsvTable => ({
  columns: COLUMNS,
  rows: asked.stretches.flatMap(({ points, state, isLaney }, place) =>
    points.flatMap(({ figures, value, centre, limits, isSmall }) => {
      const { round, n, share } = figures
      if (!asked.shown.has(round.id)) return []
      const isShown = isShareShown(n)
      return [
        [
          ...[asked.theme, asked.item, round.name, round.kind, round.date, place + 1],
          ...[n, share?.count ?? ''],
          ...(isShown && share ? [fraction(value), share.low, share.high] : ['', '', '']),
          ...[fraction(centre), fraction(limits?.lower), fraction(limits?.upper)],
          isSmall ? 'round too small' : `${limitsWords[state]}${isLaney ? ", Laney's p'" : ''}`,
          asked.signals.get(round.id)?.short ?? '',
          hasMedian(figures) ? fraction(value) : '',
        ],
      ]
    })
  ),
})
