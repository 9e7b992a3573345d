/** Figures of practice alerts, on a page and as a file. */
import { Hono } from 'hono'
import { figuresAddress } from '../../views/alerts/figure-words.ts'
import { FiguresPage } from '../../views/alerts/figures-page.tsx'
import { type AppEnv, type C, personOf } from '../http/env.ts'
import { may, recordRefusal } from '../http/guards.ts'
import { renderPage } from '../http/page.tsx'
import { londonDate } from '../people/rules/london-date.ts'
import { isGranted } from '../people/rules/permissions.ts'
import { sendTable } from './frame-routes.tsx'
import { alertFiguresQuery } from './input.ts'
import { type AlertFiguresPage, loadAlertFigures } from './load-alert-figures.ts'
import { alertFiguresTable } from './rules/alert-figures-csv.ts'
import { FEWEST_FOR_SHARE, SMALL_SAMPLE } from './rules/small-numbers.ts'

export const alertFigureRoutes = new Hono<AppEnv>()

const figuresOf = async (c: C): Promise<AlertFiguresPage> => {
  const asked = alertFiguresQuery.parse(c.req.query())
  const page = await loadAlertFigures(
    c.get('deps').db,
    personOf(c),
    asked,
    londonDate(c.get('now'))
  )
  if (page.refusedTeam !== undefined) await recordRefusal(c, 'alerts.figures', page.refusedTeam)
  return page
}

const show = (c: C, page: AlertFiguresPage) =>
  renderPage(
    c,
    {
      title: 'Figures of practice alerts',
      current: 'alerts',
      status: page.faults.length > 0 ? 422 : 200,
    },
    <FiguresPage
      page={page}
      csvHref={figuresAddress('/alerts/figures.csv', page)}
      seesRegister={isGranted(personOf(c).roles, 'alerts.read')}
      fewest={FEWEST_FOR_SHARE}
      small={SMALL_SAMPLE}
    />
  )

alertFigureRoutes.get('/alerts/figures', may('alerts.figures'), async (c) =>
  show(c, await figuresOf(c))
)

alertFigureRoutes.get('/alerts/figures.csv', may('alerts.figures'), async (c) => {
  const page = await figuresOf(c)
  if (page.faults.length > 0) return show(c, page)
  return sendTable(c, 'alert-figures', page.filters, alertFiguresTable(page))
})
