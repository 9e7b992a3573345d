/** What needs attention now. */
import { Hono } from 'hono'
import { OverviewPage } from '../../views/results/overview-page.tsx'
import { type AppEnv, personOf } from '../http/env.ts'
import { may } from '../http/guards.ts'
import { renderPage } from '../http/page.tsx'
import { isGranted } from '../people/rules/permissions.ts'
import { todaysFrameOf } from './frame-routes.tsx'
import { loadOverview } from './load-overview.ts'

export const overviews = new Hono<AppEnv>()

overviews.get('/results/overview', may('results.council'), async (c) => {
  const person = personOf(c)
  const frame = await todaysFrameOf(c)
  const overview = await loadOverview(c.get('deps').db, person, frame)
  return renderPage(
    c,
    { title: 'Overview of results', current: 'results' },
    <OverviewPage
      frame={frame}
      overview={overview}
      sees={{
        safety: isGranted(person.roles, 'safety.read'),
        alerts: isGranted(person.roles, 'alerts.read'),
        rounds: isGranted(person.roles, 'rounds.manage'),
      }}
    />
  )
})
