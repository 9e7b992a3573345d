/** The first page of alerts: drafts, one's own by what is due next, and those to answer. */
import { Hono } from 'hono'
import { AlertsPage } from '../../views/alerts/alerts-page.tsx'
import { type AppEnv, personOf } from '../http/env.ts'
import { may } from '../http/guards.ts'
import { renderPage } from '../http/page.tsx'
import { londonDate } from '../people/rules/london-date.ts'
import { isGranted } from '../people/rules/permissions.ts'
import { loadWorkingCalendar } from '../settings/load-working-calendar.ts'
import { type ListedAlert, listDrafts, listOwnOpen, listToAnswer } from './register-store.ts'
import { alertReference, alertTitle } from './rules/alert-kind.ts'
import { alertStateLabels } from './rules/alert-workflow.ts'

export const alertLists = new Hono<AppEnv>()

/** More than anybody has open; the register has pages. */
const MOST = 200

alertLists.get('/alerts', may('alerts.read'), async (c) => {
  const { db } = c.get('deps')
  const person = personOf(c)
  const today = londonDate(c.get('now'))
  const calendar = await loadWorkingCalendar(db)
  const shown = (alert: ListedAlert) => ({
    ...alert,
    title: alertTitle(alert),
    reference: alertReference(alert) ?? '',
    stateLabel: alertStateLabels[alert.state],
    daysLeft: alert.expectedOn === null ? undefined : calendar.daysLeft(alert.expectedOn, today),
  })
  const mayRaise = isGranted(person.roles, 'alerts.raise_good_practice')
  const drafts = mayRaise ? await listDrafts(db, person.id) : []
  return renderPage(
    c,
    {
      title: 'Practice alerts',
      current: 'alerts',
      ...(c.req.query('saved') === 'discarded'
        ? { notice: { kind: 'success' as const, text: 'The draft was thrown away.' } }
        : {}),
    },
    <AlertsPage
      mayRaise={mayRaise}
      seesFigures={isGranted(person.roles, 'alerts.figures')}
      drafts={drafts}
      own={mayRaise ? (await listOwnOpen(db, person.id, MOST)).map(shown) : []}
      toAnswer={(await listToAnswer(db, person.id, MOST)).map(shown)}
    />
  )
})
