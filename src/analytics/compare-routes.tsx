/** Two periods or rounds side by side, and the same as a file. */
import { Hono } from 'hono'
import { ComparePage, comparePageHeading } from '../../views/results/compare-page.tsx'
import { download } from '../http/download.ts'
import { type AppEnv, type C, contextOf, personOf } from '../http/env.ts'
import { may } from '../http/guards.ts'
import { renderPage } from '../http/page.tsx'
import { londonDate } from '../people/rules/london-date.ts'
import { isGranted } from '../people/rules/permissions.ts'
import { serviceStatuses } from '../rubrics/rules/service-status.ts'
import { exportComparison } from './export-comparison.ts'
import { recordingRefused } from './frame-routes.tsx'
import { compareQuery } from './input.ts'
import { type ComparisonFilters, loadCompare } from './load-compare.ts'
import { FEWEST_FOR_SHARE, SMALL_SAMPLE } from './rules/small-numbers.ts'

export const compare = new Hono<AppEnv>()

const comparedOf = async (c: C) => {
  const asked = compareQuery.parse(c.req.query())
  const { db } = c.get('deps')
  return recordingRefused(c, await loadCompare(db, personOf(c), asked, londonDate(c.get('now'))))
}

const chosen = (filters: ComparisonFilters) =>
  Object.entries(filters).filter(([, value]) => value !== '')

const show = (c: C, compared: Awaited<ReturnType<typeof loadCompare>>) => {
  const { roles } = personOf(c)
  const csv = new URLSearchParams(Object.fromEntries(chosen(compared.filters)))
  return renderPage(
    c,
    {
      title: comparePageHeading(compared),
      current: 'results',
      status: compared.faults.length > 0 ? 422 : 200,
    },
    <ComparePage
      compared={compared}
      statuses={serviceStatuses}
      csvHref={
        isGranted(roles, 'results.export') && compared.rows.length > 0
          ? `/results/compare.csv?${csv}`
          : undefined
      }
      fewest={FEWEST_FOR_SHARE}
      small={SMALL_SAMPLE}
      isLinked={isGranted(roles, 'audits.read_submitted')}
      seesTeams={isGranted(roles, 'results.by_team')}
    />
  )
}

compare.get('/results/compare', may('results.council'), async (c) => show(c, await comparedOf(c)))

compare.get('/results/compare.csv', may('results.export'), async (c) => {
  const compared = await comparedOf(c)
  const { rows, filters, faults } = compared
  if (faults.length > 0) return show(c, compared)
  const csv = await exportComparison(contextOf(c), {
    rows,
    filters: chosen(filters).map(([name]) => name),
  })
  return download(c, 'comparison', 'csv', csv)
})
