/** Practice alerts in a report: those raised in its period by what became of them, and whether concerns were resolved in time. */
import type { AlertFact } from '../../analytics/rules/alert-figures.ts'
import { share } from '../../analytics/rules/distribution.ts'
import type { Figure, ReportAlerts } from './report.ts'
import type { CountRow, CountTable } from './report-figures.ts'

const kindLabels = {
  informal: 'Informal alerts',
  formal: 'Formal alerts',
  good_practice: 'Good practice',
} as const

const kinds = ['informal', 'formal', 'good_practice'] as const

/** Both tables by the names that suppression knows them by. */
export type AlertTables = {
  readonly alerts: CountTable
  readonly alertsResolved: CountTable
}

export const noAlerts: AlertTables = {
  alerts: { rows: [], total: undefined },
  alertsResolved: { rows: [], total: undefined },
}

const rowOf = (key: string, label: string, counts: Readonly<Record<string, number>>): CountRow => ({
  key,
  label,
  total: Object.values(counts).reduce((sum, count) => sum + count, 0),
  counts,
})

const wasResolvedInTime = ({ closedOn, firstExpectedOn }: AlertFact): boolean =>
  closedOn !== null && firstExpectedOn !== null && closedOn <= firstExpectedOn

/** @param facts raised or closed in the period; kinds without any are left out */
export const alertTables = (facts: readonly AlertFact[]): AlertTables => {
  const raised = facts.filter(({ isRaised }) => isRaised === 1)
  const closed = facts.filter(
    ({ isClosed, state, kind }) =>
      isClosed === 1 && state === 'resolved' && kind !== 'good_practice'
  )
  const stateCounts = (some: readonly AlertFact[]) => {
    const of = (state: string) => some.filter((fact) => fact.state === state).length
    const [resolved, withdrawn] = [of('resolved'), of('withdrawn')]
    return { resolved, withdrawn, open: some.length - resolved - withdrawn }
  }
  const inTime = closed.filter(wasResolvedInTime).length
  return {
    alerts: {
      rows: kinds
        .map((kind) =>
          rowOf(kind, kindLabels[kind], stateCounts(raised.filter((fact) => fact.kind === kind)))
        )
        .filter(({ total }) => total !== 0),
      total: raised.length === 0 ? undefined : rowOf('total', 'Total', stateCounts(raised)),
    },
    alertsResolved: {
      rows:
        closed.length === 0
          ? []
          : [
              rowOf('resolved', 'Concerns resolved in this period', {
                in_time: inTime,
                late: closed.length - inTime,
              }),
            ],
      total: undefined,
    },
  }
}

const figure = (row: CountRow, column: string): Figure => row.counts[column] ?? 0

/** As JSON has them; undefined where there are none. A share is printed only where its count and n are. */
export const alertsOf = ({ alerts, alertsResolved }: AlertTables): ReportAlerts | undefined => {
  const [resolved] = alertsResolved.rows
  if (alerts.rows.length === 0 && resolved === undefined) return undefined
  const count = resolved && figure(resolved, 'in_time')
  const n = resolved?.total
  const shown = typeof count === 'number' && typeof n === 'number' ? share(count, n) : undefined
  return {
    raised: alerts.rows.map((row) => ({
      kind: row.key,
      n: row.total,
      resolved: figure(row, 'resolved'),
      withdrawn: figure(row, 'withdrawn'),
      open: figure(row, 'open'),
    })),
    resolved:
      n === undefined
        ? null
        : {
            n,
            byFirstExpected: shown ?? { count: count ?? 'c', percent: 'c', low: 'c', high: 'c' },
          },
  }
}

/** For a report: `alerts`, or nothing where there are none. */
export const withAlerts = (tables: AlertTables): { readonly alerts?: ReportAlerts } => {
  const alerts = alertsOf(tables)
  return alerts === undefined ? {} : { alerts }
}
