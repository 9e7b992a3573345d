/** Practice alerts: what was raised in the period, and whether concerns were resolved by the date first expected. */
import { share } from '../../analytics/rules/distribution.ts'
import { FEWEST_FOR_SHARE } from '../../analytics/rules/small-numbers.ts'
import { type ChapterFacts, counted, isNumber, suppressionNotes } from './chapter-facts.ts'
import { tableOf } from './count-chapters.ts'
import type { ModelFigure } from './report-model.ts'
import { shortDate } from './report-words.ts'

const percent = (fraction: number): string => `${Math.round(fraction * 100)}%`

const raisedFigure = (facts: ChapterFacts): ModelFigure[] => {
  const { alerts } = facts.figures
  if (alerts.rows.length === 0) return []
  const table = tableOf(
    `Practice alerts raised in this period, as at ${shortDate(facts.today)}`,
    'Kind',
    'n',
    { resolved: 'Resolved', withdrawn: 'Withdrawn', open: 'Open' },
    alerts
  )
  const n = alerts.total?.total
  const good = alerts.rows.find(({ key }) => key === 'good_practice')?.total ?? 0
  return [
    {
      key: 'raised',
      title: 'Alerts raised',
      proposed: isNumber(n)
        ? `${counted(n, 'practice alert')} ${n === 1 ? 'was' : 'were'} raised${isNumber(good) && good > 0 ? `, ${good} of them for good practice` : ''}.`
        : '',
      table,
      notes: [
        'An informal alert that was taken further counts as formal.',
        ...suppressionNotes(table.rows),
      ],
    },
  ]
}

const resolvedFigure = (facts: ChapterFacts): ModelFigure[] => {
  const { alertsResolved } = facts.figures
  const [row] = alertsResolved.rows
  if (row === undefined) return []
  const table = tableOf(
    'Concerns resolved in this period',
    'Concerns',
    'n',
    { in_time: 'By the date first expected', late: 'Later' },
    alertsResolved
  )
  const [n, inTime] = [row.total, row.counts.in_time]
  const figures =
    isNumber(n) && isNumber(inTime) && n >= FEWEST_FOR_SHARE ? share(inTime, n) : undefined
  const interval = figures
    ? ` (${figures.percent}%, 95% interval ${percent(figures.low)} to ${percent(figures.high)})`
    : ''
  return [
    {
      key: 'resolved',
      title: 'Resolved in time',
      proposed:
        isNumber(n) && isNumber(inTime)
          ? `Of ${counted(n, 'concern')} resolved in this period, ${inTime} ${inTime === 1 ? 'was' : 'were'} resolved by the date first expected${interval}.`
          : '',
      table,
      notes: [
        'The date first expected is the one given when the alert was raised; extensions do not move it.',
        ...suppressionNotes(table.rows),
      ],
    },
  ]
}

export const alertsFigures = (facts: ChapterFacts): ModelFigure[] => [
  ...raisedFigure(facts),
  ...resolvedFigure(facts),
]
