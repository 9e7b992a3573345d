/** The first page of alerts: drafts, one's own by what is due next, and those to answer. */
import { Hono } from 'hono'
import { AlertsPage } from '../../views/alerts/alerts-page.tsx'
import { type AppEnv, personOf } from '../http/env.ts'
import { may } from '../http/guards.ts'
import { renderPage } from '../http/page.tsx'
import { rolesThatCover } from '../people/rules/cover.ts'
import { londonDate } from '../people/rules/london-date.ts'
import { isGranted, scopesOf } from '../people/rules/permissions.ts'
import { loadWorkingCalendar } from '../settings/load-working-calendar.ts'
import {
  type ListedAlert,
  listDrafts,
  listOfTeam,
  listOwnOpen,
  listToAnswer,
} from './register-store.ts'
import { alertReach } from './rules/alert-access.ts'
import { alertReference, alertTitle } from './rules/alert-kind.ts'
import { alertStateLabels } from './rules/alert-workflow.ts'
import { daysToAnswer } from './rules/days-to-answer.ts'

export const alertLists = new Hono<AppEnv>()

/** More than anybody has open; the register has pages. */
const MOST = 200
const MOST_DRAFTS = 20

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
    daysLeft: daysToAnswer(alert, calendar, today),
  })
  const mayRaise = isGranted(person.roles, 'alerts.raise_good_practice')
  const reader = { id: person.id, today }
  const raised = mayRaise ? (await listOwnOpen(db, reader, MOST)).map(shown) : []
  const drafts = mayRaise ? await listDrafts(db, person.id, MOST_DRAFTS + 1) : []
  const toAnswer = (await listToAnswer(db, reader, MOST)).map(shown)
  const leadsTeam = scopesOf(person.roles, 'alerts.read').includes('team') && person.teamId !== null
  const ofTeam =
    leadsTeam && person.teamId !== null ? await listOfTeam(db, person.teamId, MOST) : []
  const known = new Set([...raised, ...toAnswer].map(({ id }) => id))
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
      mayCheck={isGranted(person.roles, 'midway_checks.record')}
      isWhole={alertReach(person).isWhole}
      mayBeCovered={rolesThatCover(person.roles).length > 0}
      overseesCover={isGranted(person.roles, 'alerts.oversee')}
      drafts={drafts.slice(0, MOST_DRAFTS)}
      hasMoreDrafts={drafts.length > MOST_DRAFTS}
      own={raised.filter(({ whoseId }) => whoseId === person.id)}
      covered={raised.filter(({ whoseId }) => whoseId !== person.id)}
      toAnswer={toAnswer.filter(({ whoseId }) => whoseId === person.id)}
      toAnswerFor={toAnswer.filter(({ whoseId }) => whoseId !== person.id)}
      ofTeam={ofTeam.filter(({ id }) => !known.has(id)).map(shown)}
      personId={person.id}
      teamId={leadsTeam ? person.teamId : null}
    />
  )
})
