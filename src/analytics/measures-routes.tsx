/** The measures of a theme over time, on a page and as a file. */
import { Hono } from 'hono'
import { frameAddress } from '../../views/results/frame-filters.tsx'
import { MeasuresPage } from '../../views/results/measures-page.tsx'
import { type AppEnv, type C, personOf } from '../http/env.ts'
import { may } from '../http/guards.ts'
import { renderPage } from '../http/page.tsx'
import { isGranted } from '../people/rules/permissions.ts'
import { frameOf, sendTable } from './frame-routes.tsx'
import type { Frame } from './load-frame.ts'
import { loadMeasures, type Measures } from './load-measures.ts'
import { FEWEST_FOR_SHARE, isShareShown, SMALL_SAMPLE } from './rules/small-numbers.ts'

export const measurePages = new Hono<AppEnv>()

/** Two years: a measure is read over time. */
const TWO_YEARS = { period: '2y', kind: 'learning' } as const

const measuresOf = async (c: C) => {
  const { frame: read } = await frameOf(c, TWO_YEARS)
  const typed = c.req.query('theme')
  const measures = await loadMeasures(c.get('deps').db, read, typed)
  const faults = read.faults.filter(({ field }) => field !== 'theme' || measures.theme !== typed)
  return { frame: { ...read, faults }, measures }
}

const page = (c: C, frame: Frame, measures: Measures) => {
  const { roles } = personOf(c)
  return renderPage(
    c,
    { title: 'Measures', current: 'results', status: frame.faults.length > 0 ? 422 : 200 },
    <MeasuresPage
      frame={frame}
      measures={measures}
      fewest={FEWEST_FOR_SHARE}
      small={SMALL_SAMPLE}
      csvHref={
        isGranted(roles, 'results.export') && measures.measures.length > 0
          ? frameAddress('/results/measures.csv', frame, { theme: measures.theme })
          : undefined
      }
      isLinked={isGranted(roles, 'audits.read_submitted')}
    />
  )
}

measurePages.get('/results/measures', may('results.council'), async (c) => {
  const { frame, measures } = await measuresOf(c)
  return page(c, frame, measures)
})

measurePages.get('/results/measures.csv', may('results.export'), async (c) => {
  const { frame, measures } = await measuresOf(c)
  if (frame.faults.length > 0) return page(c, frame, measures)
  return sendTable(c, 'measures', frame.filters, {
    columns: [
      ...['theme', 'item', 'kind', 'round', 'round_date', 'n', 'value', 'count'],
      ...['yes_percent', 'low', 'high', 'median', 'lower_quartile', 'upper_quartile'],
      ...['not_applicable', 'not_enough_evidence'],
    ],
    rows: measures.measures.flatMap(({ key, kind, rounds }) =>
      rounds.flatMap(({ round, n, values, share, quartiles, ...beside }) => {
        const isShown = isShareShown(n)
        const q = isShown ? quartiles : undefined
        const counted = kind === 'number' ? [{ value: '', count: n }] : values
        return counted.map(({ value, count }) => [
          ...[measures.theme, key, kind, round.name, round.date, n, value, count],
          ...(isShown && share ? [share.percent, share.low, share.high] : ['', '', '']),
          ...[q?.median ?? '', q?.lowerQuartile ?? '', q?.upperQuartile ?? ''],
          ...[beside.notApplicable, beside.notEnoughEvidence],
        ])
      })
    ),
  })
})
