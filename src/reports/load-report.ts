/** Reads what a report needs under its filters, and has it built. */
import { roundUseOf, roundUseReads } from '../analytics/meaning-store.ts'
import type { PublishedTheme } from '../analytics/rules/published-theme.ts'
import { listRounds, listTallies } from '../analytics/store.ts'
import { loadEveryTheme } from '../analytics/theme-store.ts'
import { readTogether } from '../db/read-together.ts'
import type { Db } from '../db/schema.ts'
import { loadAlertTables } from './load-alert-tables.ts'
import { withAlerts } from './rules/alert-counts.ts'
import { buildReport, type ItemOrder } from './rules/build-report.ts'
import type { Report } from './rules/report.ts'

/** Filters with names resolved. A period takes rounds by their date, both ends included, and takes them whole. */
export type ReportFilters = {
  readonly from: string | null
  readonly to: string | null
  readonly roundId?: string | undefined
  readonly theme?: string | undefined
  /** A team with the teams below it. */
  readonly teamIds?: readonly string[] | undefined
  readonly status?: string | undefined
  readonly kind?: string | undefined
}

/** What the rubrics say about the order of their items and of their choices. */
export const itemOrders = (themes: readonly PublishedTheme[]): ItemOrder[] =>
  themes.flatMap((published) =>
    published.items.map(
      (item): ItemOrder =>
        item.kind === 'category'
          ? {
              theme: published.key,
              key: item.key,
              choices: item.choices.map((choice) => choice.key),
              multiple: item.multiple,
            }
          : { theme: published.key, key: item.key }
    )
  )

/** The report for those inside the council. */
export const loadReport = async (db: Db, filters: ReportFilters): Promise<Report> => {
  const { from, to, roundId, kind, theme, teamIds, status } = filters
  const all = await listRounds(db)
  const rounds = all.filter(
    (round) =>
      (from === null || round.date >= from) &&
      (to === null || round.date <= to) &&
      (roundId === undefined || round.id === roundId) &&
      (kind === undefined || round.kind === kind)
  )
  const roundIds = rounds.length === all.length ? undefined : rounds.map((round) => round.id)
  const tallies = await listTallies(db, { theme, teamIds, status, roundIds })
  const { themes, versions } = await loadEveryTheme(db)
  const useOf = roundUseOf(await readTogether(db, roundUseReads(db)))
  const items = itemOrders(themes)
  const alerts = await loadAlertTables(db, filters)
  return {
    ...buildReport({ from, to, tallies, rounds, items, versions, useOf }),
    ...withAlerts(alerts),
  }
}
