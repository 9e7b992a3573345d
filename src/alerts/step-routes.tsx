/** Pages of the steps that need words of their own page, and another date: closing, withdrawing, asking again, extending, reopening. */
import { Hono } from 'hono'
import { WordsStepPage } from '../../views/alerts/step-forms.tsx'
import { Conflict, FieldFault, NotAllowed, NotTheirs, WrongState } from '../errors.ts'
import { type AppEnv, type C, contextOf } from '../http/env.ts'
import { form } from '../http/form.ts'
import { recordRefusal, refuseRecord } from '../http/guards.ts'
import { renderPage } from '../http/page.tsx'
import { londonDate } from '../people/rules/london-date.ts'
import { loadWorkingCalendar } from '../settings/load-working-calendar.ts'
import { datedForm } from './input.ts'
import { countedFrom, loadPolicyDate } from './load-policy-date.ts'
import { alertIdOf, openStepPage, reads, type StepAgain } from './record-routes.tsx'
import { resetAlertDate } from './reset-alert-date.ts'
import type { DatedAction, PlainAction } from './rules/step-actions.ts'
import { takeAlertStep } from './take-alert-step.ts'

export const alertSteps = new Hono<AppEnv>()

/** Runs a verb and goes back to the alert; what was not kept comes back on the page of the step with why. */
export const takeStep = async (
  c: C,
  done: string,
  sent: Pick<StepAgain, 'values' | 'lists'>,
  show: (again: StepAgain) => Promise<Response>,
  verb: () => Promise<unknown>
): Promise<Response> => {
  try {
    await verb()
    return c.redirect(`/alerts/${alertIdOf(c)}?saved=${done}`, 303)
  } catch (error) {
    if (error instanceof NotTheirs) return refuseRecord(c, 'alerts.read', alertIdOf(c))
    if (error instanceof NotAllowed) await recordRefusal(c, 'alerts.read', alertIdOf(c))
    if (error instanceof FieldFault) {
      return show({ ...sent, errors: { [error.field]: error.message }, status: 422 })
    }
    if (error instanceof Conflict || error instanceof WrongState) {
      return show({ ...sent, conflict: error.message, status: 409 })
    }
    throw error
  }
}

interface StepWords {
  readonly path: string
  readonly title: string
  readonly label: string
  readonly hint: string
  readonly isWarning?: boolean
}

const plain: Partial<Record<PlainAction, StepWords>> = {
  resolve: {
    path: 'resolve',
    title: 'Close this alert as resolved?',
    label: 'How was it resolved?',
    hint: 'For example what was agreed on the telephone. Those to whom it went are told that it is closed.',
  },
  withdraw: {
    path: 'withdraw',
    title: 'Withdraw this alert?',
    label: 'Why is it withdrawn?',
    hint: 'It stays on the record as withdrawn.',
    isWarning: true,
  },
}

const dated: Record<DatedAction, StepWords> = {
  not_accept: {
    path: 'not-accept',
    title: 'The answer is not enough',
    label: 'Why, and what do you ask for now?',
    hint: 'Those who answered are asked again. To go further up instead, take it further.',
  },
  extend: {
    path: 'extend',
    title: 'Give another date',
    label: 'Why is another date right?',
    hint: 'The old date, who changed it and why stay on the record. The total time of a dispute goes on.',
  },
  reopen: {
    path: 'reopen',
    title: 'Reopen this alert?',
    label: 'Why is it reopened?',
    hint: 'Those who answered last are asked again.',
    isWarning: true,
  },
}

const isDated = (action: PlainAction | DatedAction): action is DatedAction =>
  Object.hasOwn(dated, action)

const showStep = async (
  c: C,
  action: PlainAction | DatedAction,
  words: StepWords,
  again?: StepAgain
) => {
  const { seen, common } = await openStepPage(c, action, again)
  const { db } = c.get('deps')
  const today = londonDate(c.get('now'))
  const policyOn = isDated(action)
    ? await loadPolicyDate(
        db,
        seen.alert,
        await loadWorkingCalendar(db),
        countedFrom(action, seen.alert, today)
      )
    : undefined
  const { path, title, label, hint, isWarning = false } = words
  return renderPage(
    c,
    { title, current: 'alerts', status: again?.status ?? 200 },
    <WordsStepPage
      {...common}
      title={title}
      path={path}
      label={label}
      hint={hint}
      policyOn={policyOn}
      expectedOn={action === 'extend' ? seen.alert.expectedOn : null}
      isWarning={isWarning}
    />
  )
}

for (const [action, words] of Object.entries(plain) as [PlainAction, StepWords][]) {
  alertSteps.get(`/alerts/:id/${words.path}`, reads, (c) => showStep(c, action, words))
  alertSteps.post(`/alerts/:id/${words.path}`, reads, (c) => {
    const sent = form(c, datedForm)
    const show = (again: StepAgain) => showStep(c, action, words, again)
    if (!sent.ok) return show({ values: sent.raw, errors: sent.errors, status: 422 })
    const { revision, words: typed } = sent.data
    return takeStep(c, action, { values: sent.raw }, show, () =>
      takeAlertStep(contextOf(c), { alertId: alertIdOf(c), action, revision, words: typed })
    )
  })
}

for (const [action, words] of Object.entries(dated) as [DatedAction, StepWords][]) {
  alertSteps.get(`/alerts/:id/${words.path}`, reads, (c) => showStep(c, action, words))
  alertSteps.post(`/alerts/:id/${words.path}`, reads, (c) => {
    const sent = form(c, datedForm)
    const show = (again: StepAgain) => showStep(c, action, words, again)
    if (!sent.ok) return show({ values: sent.raw, errors: sent.errors, status: 422 })
    const { revision, words: typed, ...date } = sent.data
    return takeStep(c, action, { values: sent.raw }, show, () =>
      resetAlertDate(contextOf(c), {
        alertId: alertIdOf(c),
        action,
        revision,
        words: typed,
        day: date['expected-day'],
        month: date['expected-month'],
        year: date['expected-year'],
      })
    )
  })
}
