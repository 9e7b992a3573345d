/** What audits asked to be done, for those who follow it up: late first, open or done, by team. */
import { Hono } from 'hono'
import { ActionListPage } from '../../views/work/action-list-page.tsx'
import { type AppEnv, personOf } from '../http/env.ts'
import { may } from '../http/guards.ts'
import { renderPage } from '../http/page.tsx'
import { londonDate } from '../people/rules/london-date.ts'
import { listTeams } from '../people/team-store.ts'
import { listActions } from './action-list-store.ts'
import { actionsQuery } from './input.ts'
import { actionShowLabels, actionShows } from './rules/action-filters.ts'

export const actionLists = new Hono<AppEnv>()

actionLists.get('/actions', may('audits.read_submitted'), async (c) => {
  const { db } = c.get('deps')
  const { page, ...asked } = actionsQuery.parse(c.req.query())
  const teams = (await listTeams(db)).filter(({ closedOn }) => closedOn === null)
  const team = teams.find(({ id }) => id === asked.team)
  const today = londonDate(c.get('now'))
  const filters = { show: asked.show, team: team?.id ?? '' }
  return renderPage(
    c,
    { title: 'Actions', current: 'work' },
    <ActionListPage
      {...(await listActions(db, personOf(c), filters, today, page))}
      filters={filters}
      todayOn={today}
      teamName={team?.name}
      shows={actionShows.map((value) => ({ value, text: actionShowLabels[value] }))}
      teams={teams.map(({ id, name }) => ({ value: id, text: name }))}
    />
  )
})
