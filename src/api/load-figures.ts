/** Reads distributions and measures as the report has them, for those inside the council, page by page. */
import { listRounds } from '../analytics/store.ts'
import type { Db } from '../db/schema.ts'
import { loadReport, type ReportFilters } from '../reports/load-report.ts'
import {
  type DistributionRow,
  type MeasureRow,
  pageOfFigures,
  toDistributionRows,
  toMeasureRows,
} from './rules/figure-rows.ts'
import type { Asked, PageOf } from './rules/page.ts'

const loadWithRounds = async (db: Db, filters: ReportFilters) => {
  const report = await loadReport(db, filters)
  const roundOf = new Map((await listRounds(db)).map((round) => [round.name, round]))
  return { report, roundOf }
}

export const loadDistributions = async (
  db: Db,
  filters: ReportFilters,
  asked: Asked
): Promise<PageOf<DistributionRow>> => {
  const { report, roundOf } = await loadWithRounds(db, filters)
  return pageOfFigures(toDistributionRows(report.distributions, roundOf), asked.after, asked.limit)
}

export const loadMeasures = async (
  db: Db,
  filters: ReportFilters,
  asked: Asked
): Promise<PageOf<MeasureRow>> => {
  const { report, roundOf } = await loadWithRounds(db, filters)
  return pageOfFigures(toMeasureRows(report.measures, roundOf), asked.after, asked.limit)
}
