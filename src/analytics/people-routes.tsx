/** The reader's own results. */
import { Hono } from 'hono'
import { PeoplePage } from '../../views/results/people-page.tsx'
import { type AppEnv, personOf } from '../http/env.ts'
import { may } from '../http/guards.ts'
import { renderPage } from '../http/page.tsx'
import { councilFrameOf } from './frame-routes.tsx'
import { loadOwnResults } from './load-own-results.ts'
import { FEWEST_FOR_SHARE, SMALL_SAMPLE } from './rules/small-numbers.ts'

export const peopleResults = new Hono<AppEnv>()

peopleResults.get('/results/people', may('results.council'), async (c) => {
  const person = personOf(c)
  const { frame } = await councilFrameOf(c, { period: '2y', kind: 'learning' })
  const own = await loadOwnResults(c.get('deps').db, person.id, frame)
  return renderPage(
    c,
    {
      title: 'Your own results',
      current: 'results',
      status: frame.faults.length > 0 ? 422 : 200,
    },
    <PeoplePage
      frame={frame}
      name={person.name}
      own={own}
      fewest={FEWEST_FOR_SHARE}
      small={SMALL_SAMPLE}
    />
  )
})
