/** Reads distributions and measures as the report has them, for those inside the council, page by page. */
import { listRounds } from '../analytics/store.ts'
import { listPublishedThemes } from '../analytics/theme-store.ts'
import type { Db } from '../db/schema.ts'
import { loadReport, type ReportFilters } from '../reports/load-report.ts'
import { auditThemeKey } from '../rubrics/rules/rubric.ts'
import {
  type DistributionRow,
  type MeasureRow,
  pageOfFigures,
  type Titles,
  toDistributionRows,
  toMeasureRows,
} from './rules/figure-rows.ts'
import type { Asked, PageOf } from './rules/page.ts'

const loadTitles = async (db: Db): Promise<Titles> => {
  const themes = new Map((await listPublishedThemes(db)).map((theme) => [theme.key, theme]))
  const items = new Map(
    [...themes.values()].flatMap((theme) =>
      theme.items.map((item) => [`${theme.key}/${item.key}`, item.short] as const)
    )
  )
  return {
    theme: (key) =>
      key === auditThemeKey ? 'Overall grade of the audit' : (themes.get(key)?.title ?? key),
    item: (theme, key) => items.get(`${theme}/${key}`) ?? key,
  }
}

const loadWithRounds = async (db: Db, filters: ReportFilters) => {
  const report = await loadReport(db, filters)
  const roundOf = new Map((await listRounds(db)).map((round) => [round.name, round]))
  return { report, roundOf, titles: await loadTitles(db) }
}

export const loadDistributions = async (
  db: Db,
  filters: ReportFilters,
  asked: Asked
): Promise<PageOf<DistributionRow>> => {
  const { report, roundOf, titles } = await loadWithRounds(db, filters)
  return pageOfFigures(
    toDistributionRows(report.distributions, roundOf, titles),
    asked.after,
    asked.limit
  )
}

export const loadMeasures = async (
  db: Db,
  filters: ReportFilters,
  asked: Asked
): Promise<PageOf<MeasureRow>> => {
  const { report, roundOf, titles } = await loadWithRounds(db, filters)
  return pageOfFigures(toMeasureRows(report.measures, roundOf, titles), asked.after, asked.limit)
}
