/** Results over time, the same figures as a file, and the audits behind a figure. */
import { Hono } from 'hono'
import { AuditsBehindPage } from '../../views/results/audits-behind-page.tsx'
import { addressOf } from '../../views/results/results-address.ts'
import { resultsHeading } from '../../views/results/results-heading.ts'
import { ResultsPage } from '../../views/results/results-page.tsx'
import { valueWords } from '../../views/results/value-words.ts'
import { download } from '../http/download.ts'
import { type AppEnv, type C, contextOf, personOf } from '../http/env.ts'
import { may } from '../http/guards.ts'
import { renderPage } from '../http/page.tsx'
import { londonDate } from '../people/rules/london-date.ts'
import { isGranted } from '../people/rules/permissions.ts'
import { serviceStatuses } from '../rubrics/rules/service-status.ts'
import { coverages } from './coverage-routes.tsx'
import { equalities } from './equality-routes.tsx'
import { exportResults } from './export-results.ts'
import { recordingRefused } from './frame-routes.tsx'
import { framedAudits } from './framed-audits-routes.tsx'
import { heatTables } from './heat-routes.tsx'
import { auditsQuery, resultsQuery } from './input.ts'
import { loadAuditsBehind } from './load-audits-behind.ts'
import { loadResults, type Results } from './load-results.ts'
import { measurePages } from './measures-routes.tsx'
import { overviews } from './overview-routes.tsx'
import { peopleResults } from './people-routes.tsx'
import { repeats } from './repeat-routes.tsx'
import { FEWEST_FOR_SHARE, SMALL_SAMPLE } from './rules/small-numbers.ts'

export const analytics = new Hono<AppEnv>()

analytics.route('/', heatTables)
analytics.route('/', coverages)
analytics.route('/', equalities)
analytics.route('/', repeats)
analytics.route('/', peopleResults)
analytics.route('/', measurePages)
analytics.route('/', overviews)

/** The results under the filters of the address. */
const resultsOf = async (c: C) => {
  const asked = resultsQuery.parse(c.req.query())
  const { db } = c.get('deps')
  return recordingRefused(c, await loadResults(db, personOf(c), asked, londonDate(c.get('now'))))
}

const show = (c: C, results: Results) => {
  const { roles } = personOf(c)
  return renderPage(
    c,
    {
      title: resultsHeading(results),
      current: 'results',
      status: results.faults.length > 0 ? 422 : 200,
    },
    <ResultsPage
      results={results}
      statuses={serviceStatuses}
      csvHref={
        isGranted(roles, 'results.export') && results.figures.length > 0
          ? addressOf('/results.csv', results.filters)
          : undefined
      }
      fewest={FEWEST_FOR_SHARE}
      small={SMALL_SAMPLE}
      isLinked={isGranted(roles, 'audits.read_submitted')}
    />
  )
}

analytics.get('/results', may('results.council'), async (c) => show(c, await resultsOf(c)))

analytics.get('/results.csv', may('results.export'), async (c) => {
  const results = await resultsOf(c)
  const { filters, judged, figures, breaks, sinceOf, faults } = results
  if (faults.length > 0) return show(c, results)
  const csv = await exportResults(contextOf(c), {
    theme: filters.theme,
    item: filters.item === '' ? null : filters.item,
    judged,
    figures,
    sinceOf: breaks.length === 0 ? new Map() : sinceOf,
    filters: Object.entries(filters).flatMap(([name, value]) => (value === '' ? [] : [name])),
  })
  const name = filters.theme.replace(/[^a-z0-9_-]+/gi, '-').slice(0, 60)
  return download(c, `results-${name}`, 'csv', csv)
})

analytics.get('/results/audits', may('audits.read_submitted'), async (c) => {
  if (c.req.query('round') === undefined) return framedAudits(c)
  const asked = auditsQuery.parse(c.req.query())
  const results = await resultsOf(c)
  const { round, audits, counted, next } = await loadAuditsBehind(
    c.get('deps').db,
    personOf(c),
    results,
    asked
  )
  const heading = resultsHeading(results)
  const scale = results.figures.find((one) => one.round.id === round.id)?.scale ?? results.scale
  const more = { round: round.id, ...(asked.value === undefined ? {} : { value: asked.value }) }
  return renderPage(
    c,
    { title: `Audits behind a figure: ${heading}`, current: 'results' },
    <AuditsBehindPage
      heading={heading}
      round={round.name}
      value={asked.value === undefined ? undefined : valueWords({ ...results, scale }, asked.value)}
      counted={counted}
      audits={audits}
      scale={scale}
      opensCases={isGranted(personOf(c).roles, 'cases.read')}
      backHref={addressOf('/results', results.filters)}
      nextHref={
        next === undefined
          ? undefined
          : addressOf('/results/audits', results.filters, { ...more, after: next })
      }
      isWhole={next === undefined && asked.after === undefined}
    />
  )
})
