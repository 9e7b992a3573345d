/** Themes by team, service, status or age, on a page and as a file. */
import { Hono } from 'hono'
import { frameAddress } from '../../views/results/frame-filters.tsx'
import { HeatPage, heatGroupLabel } from '../../views/results/heat-page.tsx'
import { type AppEnv, type C, personOf } from '../http/env.ts'
import { may, recordRefusal } from '../http/guards.ts'
import { renderPage } from '../http/page.tsx'
import { isGranted } from '../people/rules/permissions.ts'
import { frameOf, sendTable } from './frame-routes.tsx'
import type { Frame } from './load-frame.ts'
import { type Heat, loadHeat } from './load-heat.ts'
import { heatCsv } from './rules/heat-csv.ts'
import { FEWEST_FOR_SHARE, SMALL_SAMPLE } from './rules/small-numbers.ts'

export const heatTables = new Hono<AppEnv>()

const heatOf = async (c: C) => {
  const { frame, by } = await frameOf(c)
  const heat = await loadHeat(c.get('deps').db, frame, by)
  if (heat.isRefused) await recordRefusal(c, 'results.by_team', 'route')
  return { frame, heat }
}

const page = (c: C, frame: Frame, heat: Heat) => {
  const { roles } = personOf(c)
  const isFaulty = frame.faults.length + heat.faults.length > 0
  return renderPage(
    c,
    { title: 'Heat table', current: 'results', status: isFaulty ? 422 : 200 },
    <HeatPage
      frame={frame}
      heat={heat}
      fewest={FEWEST_FOR_SHARE}
      small={SMALL_SAMPLE}
      csvHref={
        isGranted(roles, 'results.export') && heat.table.rows.length > 0
          ? frameAddress('/results/heat.csv', frame, { by: heat.by })
          : undefined
      }
      isLinked={isGranted(roles, 'audits.read_submitted')}
    />
  )
}

heatTables.get('/results/heat', may('results.council'), async (c) => {
  const { frame, heat } = await heatOf(c)
  return page(c, frame, heat)
})

heatTables.get('/results/heat.csv', may('results.export'), async (c) => {
  const { frame, heat } = await heatOf(c)
  if (frame.faults.length + heat.faults.length > 0) return page(c, frame, heat)
  const table = heatCsv(heat.table, ({ key, label }) => heatGroupLabel(heat.by, key, label))
  return sendTable(c, 'heat-table', { ...frame.filters, by: heat.by }, table)
})
