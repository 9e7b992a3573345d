/** Keeping a round moving: its progress and what is done about it. Setting one up is the rounds feature's. */
import { Hono } from 'hono'
import { ProgressPage } from '../../views/programme/progress-page.tsx'
import type { AppEnv } from '../http/env.ts'
import { csrfOf, renderPage } from '../http/page.tsx'
import { findPerson } from '../people/store.ts'
import { bulk } from './bulk-routes.tsx'
import { closing } from './close-routes.tsx'
import { extensions } from './extension-routes.tsx'
import { handOvers } from './hand-over-routes.tsx'
import { readView } from './input.ts'
import { loadProgress } from './load-progress.ts'
import { manages, noticeOf, page, roundOf } from './record-routes.tsx'

export const programme = new Hono<AppEnv>()

programme.route('/', bulk)
programme.route('/', closing)
programme.route('/', extensions)
programme.route('/', handOvers)

programme.get('/rounds/:id/progress', manages, async (c) => {
  const round = await roundOf(c)
  // A draft has nothing to chase yet: its page is where it is set up.
  if (round.state === 'draft') return c.redirect(`/rounds/${round.id}`, 303)
  const { db } = c.get('deps')
  const view = readView(c.req.query(), round.state === 'closed')
  const isNoneChosen = c.req.query('saved') === 'none'
  const closer = round.closedBy === null ? undefined : await findPerson(db, round.closedBy)
  return renderPage(
    c,
    { ...page(round.name), ...noticeOf(c) },
    <ProgressPage
      {...(await loadProgress(db, round, view, c.get('now')))}
      round={round}
      closedByName={closer?.name ?? null}
      csrf={csrfOf(c)}
      error={isNoneChosen ? 'Tick at least one audit, then choose what to do' : undefined}
    />
  )
})
