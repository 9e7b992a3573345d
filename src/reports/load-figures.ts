/** Reads everything that a report of a period is made from, in a fixed number of queries, and adds it up. */
import { listTallies } from '../analytics/store.ts'
import { loadEveryTheme } from '../analytics/theme-store.ts'
import type { Db } from '../db/schema.ts'
import { londonDate } from '../people/rules/london-date.ts'
import { serviceStatuses } from '../rubrics/rules/service-status.ts'
import { loadReportCounts } from './counts-store.ts'
import { loadReportFrame } from './frame-store.ts'
import type { FrozenPrint } from './frozen-prints-store.ts'
import { itemOrders } from './load-report.ts'
import { actionTable } from './rules/action-states.ts'
import { alertTables, noAlerts, withAlerts } from './rules/alert-counts.ts'
import { buildReport } from './rules/build-report.ts'
import { coverageTable, roundsTable, safetyTable, smallestRound } from './rules/count-tables.ts'
import { isIn, lineStories, type Periods } from './rules/period-line.ts'
import { type FrozenSums, roundsOf } from './rules/printed-sums.ts'
import { type Period, periodBefore, rollingYear, samePeriodLastYear } from './rules/quarter.ts'
import type { Audience } from './rules/report.ts'
import type { ReportFigures, ThemeName } from './rules/report-figures.ts'
import { statusWords } from './rules/report-words.ts'

/** What a report is about. */
export type ReportScope = {
  readonly period: Period
  /** A team, with the teams below it. */
  readonly teamId: string | null
  readonly status: string | null
  readonly kind: string | null
  readonly audience: Audience
}

/** What only the command line asks for. */
export type Narrowing = {
  readonly teamIds?: readonly string[] | undefined
  readonly theme?: string | undefined
  readonly roundId?: string | undefined
}

export type LoadedFigures = {
  readonly figures: ReportFigures
  readonly themes: ReadonlyMap<string, ThemeName>
  /** The team's name, where the report is of one. */
  readonly team: string | undefined
  /** Names of teams that exist today and stand in the coverage. */
  readonly today: string
  /** Every report for outside that was frozen before and may speak of the same rounds. */
  readonly frozen: readonly FrozenPrint[]
}

/** Those of the same audits: narrowed to the same, and what they print is known. */
const sameAudits = (
  { teamId, status, kind, ...narrowing }: ReportScope & Narrowing,
  frozen: readonly FrozenPrint[]
): FrozenSums[] =>
  narrowing.theme !== undefined ||
  narrowing.roundId !== undefined ||
  (teamId === null && narrowing.teamIds !== undefined)
    ? []
    : frozen.flatMap((one) =>
        one.teamId === teamId && one.status === status && one.kind === kind && one.printed
          ? [{ number: one.number, printed: one.printed }]
          : []
      )

/** @param now the instant of the request: actions are late or not as of its London date */
export const loadFigures = async (
  db: Db,
  scope: ReportScope & Narrowing,
  now: string
): Promise<LoadedFigures> => {
  const { period, kind } = scope
  const status = scope.status ?? undefined
  const periods: Periods = {
    now: period,
    before: periodBefore(period),
    yearAgo: samePeriodLastYear(period),
  }
  const { teams, useOf, frozen, ...frame } = await loadReportFrame(db, scope.teamId, {
    audience: scope.audience,
    from: [periods.before.from, periods.yearAgo.from].toSorted()[0] ?? period.from,
    to: period.to,
  })
  const same = sameAudits(scope, frozen)
  const named = new Set(same.flatMap(({ printed }) => roundsOf(printed)))
  const teamIds =
    scope.teamId === null
      ? scope.teamIds
      : teams.filter(({ isInside }) => isInside).map(({ id }) => id)
  const rounds = frame.rounds.filter(
    (round) =>
      (kind === null || round.kind === kind) &&
      (scope.roundId === undefined || round.id === scope.roundId)
  )
  const shown = rounds.filter((round) => Object.values(periods).some((one) => isIn(round, one)))
  const shownIds = new Set(shown.map(({ id }) => id))
  const others = rounds.filter(({ id, name }) => !shownIds.has(id) && named.has(name))
  const roundIds = [...shown, ...others].map(({ id }) => id)
  const all = await listTallies(db, { theme: scope.theme, teamIds, status, roundIds })
  const tallies = others.length === 0 ? all : all.filter(({ roundId }) => shownIds.has(roundId))
  const { themes, versions } = await loadEveryTheme(db)

  const year = rollingYear(period.to)
  const ofPeriod = shown.filter((round) => isIn(round, period))
  const inPeriod = new Set(ofPeriod.map(({ id }) => id))
  const ofYear = rounds.filter((round) => isIn(round, year) || inPeriod.has(round.id))
  const { audits, actions, notices, ...counts } = await loadReportCounts(db, {
    ...{ period, teamIds, status },
    kind: kind ?? undefined,
    roundIds: ofYear.map(({ id }) => id),
  })
  // An alert is of no theme and no round.
  const alerts =
    scope.theme === undefined && scope.roundId === undefined ? alertTables(counts.alerts) : noAlerts

  const today = londonDate(now)
  const audited = new Set(audits.map(({ teamId }) => teamId))
  const reached = teams.filter(
    (team) =>
      (teamIds === undefined || teamIds.includes(team.id)) &&
      (audited.has(team.id) ||
        (team.kind === 'team' && team.closedOn === null && team.isHistorical === 0))
  )
  return {
    team: teams.find(({ id }) => id === scope.teamId)?.name,
    today,
    frozen,
    themes: new Map(
      themes.map((theme) => [
        theme.key,
        {
          title: theme.title,
          items: new Map(theme.items.map((item) => [item.key, item.short])),
        },
      ])
    ),
    figures: {
      periods,
      stories: lineStories({ tallies, rounds: shown, versions, useOf }, periods),
      actions: actionTable(
        actions.map(({ createdAt, dueOn, doneAt }) => ({
          setOn: londonDate(createdAt),
          dueOn,
          doneOn: doneAt === null ? null : londonDate(doneAt),
        })),
        period,
        today
      ),
      safety: safetyTable(
        notices.flatMap(({ state, openedAt }) => {
          const on = londonDate(openedAt)
          return on >= period.from && on <= period.to ? [state] : []
        })
      ),
      teams: coverageTable(
        audits,
        inPeriod,
        [
          ...reached.map(({ id, name }) => ({ key: id, label: name })),
          ...(audited.has(null) ? [{ key: '', label: 'No team known' }] : []),
        ],
        ({ teamId }) => teamId ?? ''
      ),
      statuses: coverageTable(
        audits,
        inPeriod,
        [
          ...serviceStatuses
            .filter((one) => status === undefined || one === status)
            .map((one) => ({ key: one as string, label: statusWords(one) })),
          ...(audits.some((one) => !one.status) ? [{ key: '', label: statusWords('') }] : []),
        ],
        (audit) => audit.status ?? ''
      ),
      rounds: roundsTable(audits, ofPeriod),
      smallestRound: smallestRound(audits),
      ...(same.length === 0
        ? {}
        : {
            frozen: same,
            context: buildReport({
              ...{ from: null, to: null, items: itemOrders(themes), versions, useOf },
              tallies: all.filter(({ roundId }) => !inPeriod.has(roundId)),
              rounds: [...shown, ...others].filter(({ id }) => !inPeriod.has(id)),
            }),
          }),
      ...alerts,
      data: {
        ...withAlerts(alerts),
        ...buildReport({
          from: period.from,
          to: period.to,
          tallies: tallies.filter(({ roundId }) => inPeriod.has(roundId)),
          rounds: ofPeriod,
          items: itemOrders(themes),
          versions,
          useOf,
        }),
      },
    },
  }
}
