/** What a rolling year has reached, on a page and as a file. */
import { Hono } from 'hono'
import { addressWith } from '../../views/components/address-with.ts'
import { formatShortDate, statusLabel } from '../../views/format.ts'
import { AuditsBehindPage } from '../../views/results/audits-behind-page.tsx'
import { CoveragePage } from '../../views/results/coverage-page.tsx'
import { frameAddress } from '../../views/results/frame-filters.tsx'
import { type AppEnv, type C, personOf } from '../http/env.ts'
import { may } from '../http/guards.ts'
import { renderPage } from '../http/page.tsx'
import { isGranted } from '../people/rules/permissions.ts'
import { frameOf, sendTable } from './frame-routes.tsx'
import { coveredQuery } from './input.ts'
import { type Coverage, loadCoverage } from './load-coverage.ts'
import { loadCoveredAudits } from './load-covered-audits.ts'
import type { Frame } from './load-frame.ts'

export const coverages = new Hono<AppEnv>()

const coverageOf = async (c: C) => {
  const { frame } = await frameOf(c)
  return { frame, coverage: await loadCoverage(c.get('deps').db, frame) }
}

const page = (c: C, frame: Frame, coverage: Coverage) =>
  renderPage(
    c,
    { title: 'Coverage', current: 'results', status: frame.faults.length > 0 ? 422 : 200 },
    <CoveragePage
      frame={frame}
      coverage={coverage}
      isLinked={isGranted(personOf(c).roles, 'audits.read_submitted')}
      csvHref={
        isGranted(personOf(c).roles, 'results.export')
          ? frameAddress('/results/coverage.csv', frame, { kind: '', period: '', theme: '' })
          : undefined
      }
    />
  )

coverages.get('/results/coverage', may('results.council'), async (c) => {
  const { frame, coverage } = await coverageOf(c)
  return page(c, frame, coverage)
})

coverages.get('/results/coverage/audits', may('audits.read_submitted'), async (c) => {
  const { frame } = await frameOf(c)
  const { place: asked, after } = coveredQuery.parse(c.req.query())
  const found = await loadCoveredAudits(c.get('deps').db, personOf(c), frame, {
    place: asked,
    after,
  })
  const { since, place, audits, counted, scale, next } = found
  const { theme, team, status } = frame.filters
  const where = place ?? frame.teams.find(({ id }) => id === team)?.name ?? 'whole council'
  const whose = [
    theme === '' ? where : frame.titleOf(theme),
    ...(status === '' ? [] : [statusLabel(status)]),
  ]
  const address = {
    ...{ theme, team, status },
    ...(asked === undefined ? {} : { place: asked }),
  }
  return renderPage(
    c,
    {
      title: 'Audits behind a figure: coverage',
      current: 'results',
      status: frame.faults.length > 0 ? 422 : 200,
    },
    <AuditsBehindPage
      heading="What audits have reached"
      round={`Since ${formatShortDate(since)}: ${whose.join(', ')}`}
      value={undefined}
      counted={counted}
      audits={audits}
      scale={scale}
      opensCases={isGranted(personOf(c).roles, 'cases.read')}
      backHref={addressWith('/results/coverage', { team })}
      backText="Back to coverage"
      nextHref={
        next === undefined
          ? undefined
          : addressWith('/results/coverage/audits', { ...address, after: next })
      }
      isWhole={next === undefined && after === undefined}
      faults={frame.faults}
    />
  )
})

coverages.get('/results/coverage.csv', may('results.export'), async (c) => {
  const { frame, coverage } = await coverageOf(c)
  if (frame.faults.length > 0) return page(c, frame, coverage)
  const row = (level: string, team: string, status: string, reach: Coverage['themes'][number]) => [
    level,
    team,
    status,
    reach.n,
    reach.lastOn ?? '',
    reach.openCases ?? '',
  ]
  return sendTable(
    c,
    'coverage',
    { team: frame.filters.team },
    {
      columns: ['level', 'name', 'service_status', 'audits', 'last_audited_on', 'open_cases'],
      rows: [
        ...coverage.teams.flatMap((team) => [
          row('team', team.label, '', team),
          ...team.cells.map((cell) => row('team and status', team.label, cell.key, cell)),
        ]),
        ...coverage.statuses.map((reach) => row('status', '', reach.key, reach)),
        ...coverage.themes.map((reach) => row('theme', reach.label, '', reach)),
      ],
    }
  )
})
