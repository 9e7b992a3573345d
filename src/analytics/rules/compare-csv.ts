/** A comparison as CSV: what its page shows, counts only where it shows counts only. */
import { stringify } from 'csv-stringify/sync'
import type { Pair, Side } from './compare-pair.ts'
import { isShareShown } from './small-numbers.ts'

export type CompareCsvRow = {
  readonly theme: string
  readonly item: string
  readonly pair: Pair
}

/** Of rounds that do not all mean the same, nothing is added up. */
const sideCells = ({ n, figures, rounds }: Side, isOneMeaning: boolean) => {
  if (!isOneMeaning) return [rounds, '', '', '', '', '']
  const isShown = figures !== undefined && isShareShown(n)
  return [
    ...[rounds, n, figures?.count ?? ''],
    ...(isShown ? [figures.percent, figures.low, figures.high] : ['', '', '']),
  ]
}

const sideColumns = (side: string) =>
  ['rounds', 'n', 'good_or_better', 'percent', 'low', 'high'].map((name) => `${side}_${name}`)

/** Text that a spreadsheet would run as a formula gets an apostrophe in front. */
export const compareCsv = (rows: readonly CompareCsvRow[]): string =>
  stringify(
    rows.map(({ theme, item, pair: { earlier, later, change, silence } }) => [
      ...[theme, item],
      ...sideCells(earlier, silence !== 'meaning'),
      ...sideCells(later, silence !== 'meaning'),
      ...(change ? [change.difference, change.low, change.high] : ['', '', '']),
      change?.verdict ??
        { none: 'no audits', few: 'too few', meaning: 'not comparable' }[silence ?? 'none'],
    ]),
    {
      header: true,
      columns: [
        ...['theme', 'item', ...sideColumns('earlier'), ...sideColumns('later')],
        ...['difference', 'difference_low', 'difference_high', 'verdict'],
      ],
      escape_formulas: true,
    }
  )
