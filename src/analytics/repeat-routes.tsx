/** Repeat findings of the teams that a person sees, on a page and (the page that is shown) as a file. */
import { Hono } from 'hono'
import { frameAddress } from '../../views/results/frame-filters.tsx'
import { RepeatPage } from '../../views/results/repeat-page.tsx'
import { type AppEnv, type C, personOf } from '../http/env.ts'
import { may } from '../http/guards.ts'
import { renderPage } from '../http/page.tsx'
import { isGranted } from '../people/rules/permissions.ts'
import { frameOf, sendTable } from './frame-routes.tsx'
import type { Frame } from './load-frame.ts'
import { loadRepeats, type Repeats } from './load-repeat.ts'
import { SMALL_SAMPLE } from './rules/small-numbers.ts'

export const repeats = new Hono<AppEnv>()

const repeatsOf = async (c: C) => {
  const { frame, by, page } = await frameOf(c)
  return { frame, found: await loadRepeats(c.get('deps').db, frame, { by, page }) }
}

const page = (c: C, frame: Frame, found: Repeats) => {
  const { roles } = personOf(c)
  return renderPage(
    c,
    {
      title: 'Repeat findings',
      current: 'results',
      status: frame.faults.length + found.faults.length > 0 ? 422 : 200,
    },
    <RepeatPage
      frame={frame}
      repeats={found}
      csvHref={
        isGranted(roles, 'results.export') && found.total > 0
          ? frameAddress('/results/repeat-findings.csv', frame, {
              by: found.by,
              page: String(found.page),
            })
          : undefined
      }
      isLinked={isGranted(roles, 'audits.read_submitted')}
      small={SMALL_SAMPLE}
    />
  )
}

repeats.get('/results/repeat-findings', may('results.by_team'), async (c) => {
  const { frame, found } = await repeatsOf(c)
  return page(c, frame, found)
})

repeats.get('/results/repeat-findings.csv', may('results.export'), async (c) => {
  const { frame, found } = await repeatsOf(c)
  if (frame.faults.length + found.faults.length > 0) return page(c, frame, found)
  return sendTable(
    c,
    'repeat-findings',
    { ...frame.filters, by: found.by },
    {
      columns: [
        'group',
        'theme',
        'item',
        'rounds_running',
        'round',
        'graded',
        'below_good',
        'actions_set',
        'actions_done',
        'actions_late',
      ],
      rows: found.findings.flatMap((one) =>
        one.rounds.map(({ round, graded, weak }) => [
          one.group,
          one.theme,
          one.item,
          one.rounds.length,
          round.name,
          graded,
          weak,
          one.actions.set,
          one.actions.done,
          one.actions.late,
        ])
      ),
    }
  )
})
