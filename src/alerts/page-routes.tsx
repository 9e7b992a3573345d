/** One alert: its page, and the forms on it of what needs words alone. Steps with more have pages of their own. */
import { Hono } from 'hono'
import { AlertPage } from '../../views/alerts/alert-page.tsx'
import { Conflict, FieldFault, NotAllowed, NotTheirs, WrongState } from '../errors.ts'
import { type AppEnv, type C, contextOf, personOf } from '../http/env.ts'
import { form } from '../http/form.ts'
import { recordRefusal, refuseRecord } from '../http/guards.ts'
import { csrfOf, renderPage } from '../http/page.tsx'
import { londonDate } from '../people/rules/london-date.ts'
import { loadWorkingCalendar } from '../settings/load-working-calendar.ts'
import { wordsForm } from './input.ts'
import { loadGoesUpAt } from './load-goes-up-at.ts'
import { alertIdOf, readableAlert, reads } from './record-routes.tsx'
import { pageFacts } from './rules/page-facts.ts'
import type { PlainAction } from './rules/step-actions.ts'
import type { SeenAlert } from './see-alert.ts'
import { listSteps } from './step-store.ts'
import { takeAlertStep } from './take-alert-step.ts'

export const alertPages = new Hono<AppEnv>()

const saved: Record<string, string> = {
  raised: 'The alert was raised, and those to whom it goes were told.',
  respond: 'Your answer was sent to whoever raised it.',
  acknowledge: 'You have acknowledged it.',
  accept: 'The answer is accepted and the alert is resolved.',
  not_accept: 'The answer was not accepted, and another is asked for.',
  resolve: 'The alert is resolved.',
  withdraw: 'The alert is withdrawn.',
  escalate: 'It was taken further, and those who answer now were told.',
  extend: 'Another date is given, and the old one is kept.',
  readdress: 'It is addressed to somebody else, who was told.',
  reopen: 'The alert is open again.',
  note: 'The note was added.',
  rang: 'The call is recorded.',
  cafcass: 'What you recorded about Cafcass is kept.',
  child_told: 'It is recorded what the child was told.',
}

export interface Again {
  readonly action: string
  readonly words: string
  readonly errors: Readonly<Record<string, string>>
  readonly conflict?: string
  readonly status: 409 | 422
}

const show = async (c: C, seen: SeenAlert, again?: Again) => {
  const { db } = c.get('deps')
  const steps = (await listSteps(db, seen.alert.id)).map((step) => ({
    ...step,
    on: londonDate(step.at),
  }))
  const facts = pageFacts(seen, steps, {
    today: londonDate(c.get('now')),
    calendar: await loadWorkingCalendar(db),
    readerId: personOf(c).id,
  })
  const text = again ? undefined : saved[c.req.query('saved') ?? '']
  return renderPage(
    c,
    {
      title: facts.reference === undefined ? facts.title : `${facts.reference}: ${facts.title}`,
      current: 'alerts',
      status: again?.status ?? 200,
      ...(text ? { notice: { kind: 'success' as const, text } } : {}),
    },
    <AlertPage
      {...facts}
      again={again}
      goesUpAt={await loadGoesUpAt(db, seen.alert)}
      csrf={csrfOf(c)}
    />
  )
}

alertPages.get('/alerts/:id', reads, async (c) => {
  const seen = await readableAlert(c)
  return seen.alert.state === 'draft'
    ? c.redirect(`/alerts/${seen.alert.id}/draft`, 303)
    : show(c, seen)
})

/** Runs a verb; a refusal is recorded, and what was not kept comes back on the page with why. */
const take = (action: PlainAction) => async (c: C) => {
  const sent = form(c, wordsForm)
  const again = (
    errors: Readonly<Record<string, string>>,
    status: 409 | 422,
    conflict?: string
  ) => ({
    action,
    words: sent.raw.words ?? '',
    errors,
    status,
    ...(conflict === undefined ? {} : { conflict }),
  })
  if (!sent.ok) return show(c, await readableAlert(c), again(sent.errors, 422))
  const { words, revision } = sent.data
  try {
    await takeAlertStep(contextOf(c), { alertId: alertIdOf(c), action, words, revision })
    return c.redirect(`/alerts/${alertIdOf(c)}?saved=${action}`, 303)
  } catch (error) {
    if (error instanceof NotTheirs) return refuseRecord(c, 'alerts.read', alertIdOf(c))
    if (error instanceof NotAllowed) await recordRefusal(c, 'alerts.read', alertIdOf(c))
    if (error instanceof FieldFault) {
      return show(c, await readableAlert(c), again({ [error.field]: error.message }, 422))
    }
    if (error instanceof Conflict || error instanceof WrongState) {
      return show(c, await readableAlert(c), again({}, 409, error.message))
    }
    throw error
  }
}

alertPages.post('/alerts/:id/respond', reads, take('respond'))
alertPages.post('/alerts/:id/acknowledge', reads, take('acknowledge'))
alertPages.post('/alerts/:id/accept', reads, take('accept'))
alertPages.post('/alerts/:id/note', reads, take('note'))
