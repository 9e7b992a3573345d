/** Figures of practice alerts as one table: a row a figure, with its n and interval where it is a share. */
import type { AlertFigures, AlertShare, Stock } from './alert-figures.ts'
import type { AlertMonth } from './alert-months.ts'
import type { AlertRate } from './alert-rates.ts'
import { FEWEST_FOR_SHARE } from './small-numbers.ts'
import type { CsvTable } from './table-csv.ts'

type Named = Stock & { readonly label: string }

export type AlertFiguresGiven = {
  readonly figures: AlertFigures
  readonly byKind: readonly Named[]
  readonly byTeam: readonly Named[]
  readonly categories: readonly Named[]
  /** The key '' is an age that is not known. */
  readonly byAge: readonly (Named & { readonly key: string })[]
  readonly months: readonly AlertMonth[]
  readonly rates: readonly AlertRate[]
}

type Row = readonly (string | number)[]

const shareRow = (figure: string, group: string, share: AlertShare): Row => {
  if (share === undefined) return [figure, group, 0, 0, '', '', '']
  const { count, n, percent, low, high } = share
  return n < FEWEST_FOR_SHARE
    ? [figure, group, count, n, '', '', '']
    : [figure, group, count, n, percent, low, high]
}

const countRow = (figure: string, group: string, count: number | string): Row => [
  figure,
  group,
  count,
  '',
  '',
  '',
  '',
]

const stockRows = (by: string, rows: readonly Named[]): readonly Row[] =>
  rows.flatMap((row) => [
    countRow(`raised by ${by}`, row.label, row.raised),
    countRow(`open by ${by}`, row.label, row.open),
    countRow(`overdue by ${by}`, row.label, row.overdue),
  ])

export const alertFiguresTable = (page: AlertFiguresGiven): CsvTable => {
  const { figures, months, rates } = page
  const { days } = figures
  const isSpread = days !== undefined && days.n >= FEWEST_FOR_SHARE
  return {
    columns: ['figure', 'group', 'value', 'n', 'percent', 'low', 'high'],
    rows: [
      countRow('raised', '', figures.raised),
      countRow('open today', '', figures.open),
      countRow('overdue today', '', figures.overdue),
      countRow('resolved', '', figures.resolved),
      countRow('withdrawn', '', figures.withdrawn),
      ...(isSpread
        ? ([
            ['median working days to resolution', '', days.median, days.n, '', '', ''],
            ['lower quartile of working days', '', days.lowerQuartile, days.n, '', '', ''],
            ['upper quartile of working days', '', days.upperQuartile, days.n, '', '', ''],
          ] satisfies Row[])
        : []),
      shareRow('resolved by the first expected date', '', figures.byFirst),
      shareRow('resolved by the last expected date', '', figures.byLast),
      shareRow('taken further', '', figures.escalated),
      shareRow('became a dispute', '', figures.disputed),
      shareRow('reopened', '', figures.reopened),
      shareRow('good practice', '', figures.goodPractice),
      countRow('disputes open today', '', figures.disputes.open),
      countRow('disputes open today over their total time', '', figures.disputes.openOver),
      shareRow('disputes closed over their total time', '', figures.disputes.closedOver),
      ...stockRows('kind', page.byKind),
      ...stockRows('team', page.byTeam),
      ...stockRows(
        'category',
        page.categories.filter(({ raised, open }) => raised + open > 0)
      ),
      ...stockRows(
        'age',
        page.byAge.map((row) => ({ ...row, label: row.key === '' ? 'not_known' : row.key }))
      ),
      ...months.flatMap(({ month, concerns, goodPractice, byFirst }) => [
        countRow('concerns raised by month', month, concerns),
        countRow('good practice by month', month, goodPractice),
        shareRow('resolved by the first expected date, by month', month, byFirst),
      ]),
      ...rates.map(
        ({ key, openCases, perHundred }): Row => [
          'raised for each 100 open cases',
          key,
          perHundred ?? '',
          openCases ?? '',
          '',
          '',
          '',
        ]
      ),
    ],
  }
}
