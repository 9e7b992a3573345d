/** The practice alerts of a report as CSV: a line for each kind raised, and one for the concerns that were resolved. */
import { stringify } from 'csv-stringify/sync'
import type { ReportAlerts } from './report.ts'

const COLUMNS = [
  'kind',
  'n',
  'resolved',
  'withdrawn',
  'open',
  'by_first_expected',
  'by_first_expected_percent',
  'low',
  'high',
]

/** The header alone where there are none. "c" is suppressed; the last line's kind is `resolved_in_period`. */
export const alertsCsv = (alerts: ReportAlerts | undefined): string => {
  const raised = (alerts?.raised ?? []).map((one) => [
    one.kind,
    ...[one.n, one.resolved, one.withdrawn, one.open],
    ...['', '', '', ''],
  ])
  const resolved = alerts?.resolved
  const share = resolved?.byFirstExpected
  const last =
    resolved && share
      ? [
          [
            'resolved_in_period',
            ...[resolved.n, resolved.n, '', ''],
            ...[share.count, share.percent, share.low, share.high],
          ],
        ]
      : []
  return stringify([...raised, ...last], {
    header: true,
    columns: COLUMNS,
    escape_formulas: true,
  })
}
