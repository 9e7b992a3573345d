/** Taking an alert further, and what is recorded beside it: Cafcass, what the child was told, a call. */
import { Hono } from 'hono'
import { CafcassPage, CallPage, ChildToldPage } from '../../views/alerts/beside-forms.tsx'
import { EscalatePage } from '../../views/alerts/step-forms.tsx'
import { type AppEnv, type C, contextOf } from '../http/env.ts'
import { form } from '../http/form.ts'
import { renderPage } from '../http/page.tsx'
import { londonDate } from '../people/rules/london-date.ts'
import { listPeopleWithRoles } from '../safety/line-store.ts'
import { meansChoices, toldToday } from '../safety/rules/told-fields.ts'
import { escalateAlert } from './escalate-alert.ts'
import { cafcassForm, callForm, childToldForm, escalateForm } from './input.ts'
import { loadEscalation } from './load-escalation.ts'
import { recordCafcass } from './record-cafcass.ts'
import { recordCall } from './record-call.ts'
import { recordChildTold } from './record-child-told.ts'
import { alertIdOf, openStepPage, reads, type StepAgain } from './record-routes.tsx'
import { advocateLabels, childToldLabels } from './rules/child-told.ts'
import { takeStep } from './step-routes.tsx'

export const alertBeside = new Hono<AppEnv>()

const boxesOf = (date: string | null | undefined, name: string): Record<string, string> => {
  const [year = '', month = '', day = ''] = (date ?? '').split('-')
  const plainly = (part: string) => (part === '' ? '' : String(Number(part)))
  return {
    [`${name}-day`]: plainly(day),
    [`${name}-month`]: plainly(month),
    [`${name}-year`]: year,
  }
}

const choices = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, text]) => ({ value, text }))

const showEscalate = async (c: C, again?: StepAgain) => {
  const { seen, common } = await openStepPage(c, 'escalate', again)
  const { db } = c.get('deps')
  const { targets, people, top } = await loadEscalation(db, seen, londonDate(c.get('now')))
  const asked = Number(again?.values.stage ?? c.req.query('to') ?? Number.NaN)
  const target = targets.find(({ stage }) => stage === asked) ?? targets[0]
  const choices = people.filter(({ id }) => id !== seen.alert.raisedBy)
  const ticked = again?.lists?.to
  return renderPage(
    c,
    { title: 'Take it further', current: 'alerts', status: again?.status ?? 200 },
    <EscalatePage
      {...common}
      title="Take it further"
      targets={targets}
      chosen={target?.stage ?? -1}
      ticked={ticked ?? target?.people.map(({ id }) => id) ?? []}
      kept={choices.filter(
        ({ id }) => ticked?.includes(id) && !target?.people.some((person) => person.id === id)
      )}
      others={again?.lists?.other ?? []}
      people={choices}
      top={top}
    />
  )
}

alertBeside.get('/alerts/:id/escalate', reads, (c) => showEscalate(c))
alertBeside.post('/alerts/:id/escalate', reads, (c) => {
  const sent = form(c, escalateForm)
  const lists = {
    to: c.get('body')?.get('to') ?? [],
    other: c.get('body')?.get('other') ?? [],
  }
  const show = (again: StepAgain) => showEscalate(c, again)
  // Another stage is looked at: nothing is recorded, and who answers there is ticked anew.
  const look = c.get('body')?.get('look')?.at(-1)
  if (look !== undefined) {
    return show({
      values: { ...sent.raw, stage: look },
      lists: { other: lists.other },
      status: 200,
    })
  }
  if (!sent.ok) return show({ values: sent.raw, lists, errors: sent.errors, status: 422 })
  const { data } = sent
  if (data.way === '') {
    const errors = {
      stage:
        'This page did not come back whole, so nothing was taken further. Look at how far you take it, then send it again',
    }
    return show({ values: sent.raw, lists, errors, status: 422 })
  }
  return takeStep(c, 'escalate', { values: sent.raw, lists }, show, () =>
    escalateAlert(contextOf(c), {
      alertId: alertIdOf(c),
      revision: data.revision,
      stage: data.stage,
      way: data.way,
      words: data.words,
      skipWords: data.skip,
      to: [...data.to, ...data.other],
      day: data['expected-day'],
      month: data['expected-month'],
      year: data['expected-year'],
    })
  )
})

const showCafcass = async (c: C, again?: StepAgain) => {
  const { seen, common } = await openStepPage(c, 'cafcass', again)
  const { alert } = seen
  const stored = {
    considered: alert.cafcassConsidered ?? '',
    why: alert.cafcassWhy ?? '',
    outcome: alert.cafcassOutcome ?? '',
    ...boxesOf(alert.legalAdviceOn, 'advice'),
    ...boxesOf(alert.referredOn, 'referred'),
    ...boxesOf(alert.cafcassOutcomeOn, 'outcome'),
  }
  return renderPage(
    c,
    { title: 'Cafcass', current: 'alerts', status: again?.status ?? 200 },
    <CafcassPage
      {...common}
      title="Cafcass"
      button="Save"
      revision={alert.cafcassRevision ?? 0}
      values={again?.values ?? stored}
    />
  )
}

/** What a verb found wrong comes back on the page; else as takeStep. */
const takeChecked = async (
  c: C,
  done: string,
  values: Readonly<Record<string, string>>,
  show: (again: StepAgain) => Promise<Response>,
  verb: () => Promise<
    | { readonly ok: true }
    | {
        readonly ok: false
        readonly faults: Readonly<Record<string, string | boolean | undefined>>
      }
  >
): Promise<Response> => {
  let outcome: Awaited<ReturnType<typeof verb>> | undefined
  const answer = await takeStep(c, done, { values }, show, async () => {
    outcome = await verb()
  })
  if (outcome === undefined || outcome.ok) return answer
  const { asksForStaff, ...faults } = outcome.faults
  return show({
    values,
    errors: faults as Readonly<Record<string, string>>,
    asksForStaff: asksForStaff === true,
    status: 422,
  })
}

alertBeside.get('/alerts/:id/cafcass', reads, (c) => showCafcass(c))
alertBeside.post('/alerts/:id/cafcass', reads, (c) => {
  const sent = form(c, cafcassForm)
  const show = (again: StepAgain) => showCafcass(c, again)
  if (!sent.ok) return show({ values: sent.raw, errors: sent.errors, status: 422 })
  const { data } = sent
  return takeChecked(c, 'cafcass', sent.raw, show, () =>
    recordCafcass(contextOf(c), {
      alertId: alertIdOf(c),
      revision: data.revision,
      considered: data.considered,
      why: data.why,
      outcome: data.outcome,
      advice: { day: data['advice-day'], month: data['advice-month'], year: data['advice-year'] },
      referred: {
        day: data['referred-day'],
        month: data['referred-month'],
        year: data['referred-year'],
      },
      outcomeOn: {
        day: data['outcome-day'],
        month: data['outcome-month'],
        year: data['outcome-year'],
      },
    })
  )
})

const showChild = async (c: C, again?: StepAgain) => {
  const { seen, common } = await openStepPage(c, 'child_told', again)
  const { childTold, childToldWhy, advocateOffered, advocateWhy } = seen.alert
  return renderPage(
    c,
    { title: 'What the child was told', current: 'alerts', status: again?.status ?? 200 },
    <ChildToldPage
      {...common}
      title="What the child was told"
      button="Save"
      told={choices(childToldLabels)}
      advocate={choices(advocateLabels)}
      values={
        again?.values ?? {
          childTold: childTold ?? '',
          childToldWhy,
          advocateOffered: advocateOffered ?? '',
          advocateWhy,
        }
      }
    />
  )
}

alertBeside.get('/alerts/:id/child', reads, (c) => showChild(c))
alertBeside.post('/alerts/:id/child', reads, (c) => {
  const sent = form(c, childToldForm)
  const show = (again: StepAgain) => showChild(c, again)
  if (!sent.ok) return show({ values: sent.raw, errors: sent.errors, status: 422 })
  return takeChecked(c, 'child_told', sent.raw, show, () =>
    recordChildTold(contextOf(c), { alertId: alertIdOf(c), ...sent.data })
  )
})

const showCall = async (c: C, again?: StepAgain) => {
  const { common } = await openStepPage(c, 'rang', again)
  return renderPage(
    c,
    { title: 'Record a call', current: 'alerts', status: again?.status ?? 200 },
    <CallPage
      {...common}
      title="Record a call"
      call={{
        people: await listPeopleWithRoles(c.get('deps').db),
        means: meansChoices,
        values: again?.values ?? toldToday(c.get('now')),
        asksForStaff: again?.asksForStaff ?? false,
      }}
    />
  )
}

alertBeside.get('/alerts/:id/call', reads, (c) => showCall(c))
alertBeside.post('/alerts/:id/call', reads, (c) => {
  const sent = form(c, callForm)
  const show = (again: StepAgain) => showCall(c, again)
  if (!sent.ok) return show({ values: sent.raw, errors: sent.errors, status: 422 })
  const { data } = sent
  return takeChecked(c, 'rang', sent.raw, show, () =>
    recordCall(contextOf(c), {
      ...data,
      alertId: alertIdOf(c),
      day: data['told-day'],
      month: data['told-month'],
      year: data['told-year'],
      isStaff: data.staff === 'yes',
    })
  )
})
