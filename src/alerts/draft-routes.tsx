/** Writing an alert: the door, the draft that saves itself, raising it, throwing it away. */
import { Hono } from 'hono'
import { DraftPage, DraftStatus, SavedDraft } from '../../views/alerts/draft-page.tsx'
import { StartPage } from '../../views/alerts/start-page.tsx'
import { StepPage } from '../../views/programme/step-page.tsx'
import { Conflict, NotAllowed, NotFound, NotTheirs, WrongState } from '../errors.ts'
import { type AppEnv, type C, contextOf, isHtmx, personOf } from '../http/env.ts'
import { form } from '../http/form.ts'
import { may, recordRefusal, refuseRecord, refusingOthers } from '../http/guards.ts'
import { csrfOf, renderPage } from '../http/page.tsx'
import { londonDate } from '../people/rules/london-date.ts'
import { isGranted } from '../people/rules/permissions.ts'
import { discardDraft } from './discard-draft.ts'
import { findAuditDoor, findCaseDoor } from './door-store.ts'
import { type Again, kindsFor, propsOf, typedFields } from './form-routes.tsx'
import { draftForm, fieldsOf, startForm } from './input.ts'
import { raiseAlert } from './raise-alert.ts'
import type { DraftFields } from './rules/draft.ts'
import { draftDifferences } from './rules/draft-conflict.ts'
import { saveDraft } from './save-draft.ts'
import { startDraft } from './start-draft.ts'
import { type Alert, findAlert } from './store.ts'

export const alertDrafts = new Hono<AppEnv>()

const raises = may('alerts.raise_good_practice')

const isDraft = (alert: Alert): boolean => alert.state === 'draft'

/** The draft, if it is this person's; else recorded and answered as unknown. */
const ownDraft = async (c: C): Promise<Alert> => {
  const id = c.req.param('id') ?? ''
  const alert = await findAlert(c.get('deps').db, id)
  if (!alert) throw new NotFound('No such alert')
  if (alert.raisedBy !== personOf(c).id) return refuseRecord(c, 'alerts.raise_good_practice', id)
  return alert
}

const showStart = (c: C, values: { references: string; audit: string }, errors = {}) =>
  renderPage(
    c,
    {
      title: 'Raise a practice alert',
      current: 'alerts',
      status: Object.keys(errors).length > 0 ? 422 : 200,
    },
    <StartPage
      kinds={kindsFor(c)}
      mayReportRisk={isGranted(personOf(c).roles, 'alerts.raise')}
      values={values}
      errors={errors}
      csrf={csrfOf(c)}
    />
  )

/** The audit that the person is looking at, if they may read it; else recorded and answered as unknown. */
const auditDoor = async (c: C, id: string) => {
  if (id === '') return undefined
  const found = await findAuditDoor(c.get('deps').db, personOf(c), id)
  if (!found) throw new NotFound('No such audit')
  return found.isOpen === 1 ? found : refuseRecord(c, 'audits.read_submitted', id)
}

/** The case whose page the person is looking at, likewise. */
const caseDoor = async (c: C, id: string) => {
  if (id === '') return undefined
  const found = await findCaseDoor(c.get('deps').db, personOf(c), id)
  if (!found) throw new NotFound('No such case')
  return found.isOpen === 1 ? found : refuseRecord(c, 'cases.read', id)
}

alertDrafts.get('/alerts/new', raises, async (c) => {
  const { case: caseId = '', audit: auditId = '' } = c.req.query()
  const audit = await auditDoor(c, auditId)
  const about = audit ?? (await caseDoor(c, caseId))
  return showStart(c, { references: about?.reference ?? '', audit: audit?.id ?? '' })
})

alertDrafts.post('/alerts', raises, async (c) => {
  const sent = form(c, startForm)
  const values = {
    references: sent.raw.references ?? '',
    audit: sent.raw.audit ?? '',
  }
  if (!sent.ok) return showStart(c, values, sent.errors)
  const { kind, references, risk, audit } = sent.data
  const isImmediate = risk === 'immediate'
  if (!isImmediate && !kindsFor(c).some(({ value }) => value === kind)) {
    return showStart(c, values, { kind: 'Choose what kind of alert it is' })
  }
  const from = await auditDoor(c, audit)
  const auditId = from?.id ?? null
  try {
    const id = await startDraft(contextOf(c), { kind, isImmediate, references, auditId })
    return c.redirect(`/alerts/${id}/draft`, 303)
  } catch (error) {
    if (error instanceof NotAllowed) await recordRefusal(c, 'alerts.raise', 'route')
    throw error
  }
})

const show = async (c: C, alert: Alert, again?: Again) =>
  renderPage(
    c,
    {
      title: alert.isImmediate ? 'A child at immediate risk' : 'Practice alert: draft',
      current: 'alerts',
      status: again?.status ?? 200,
      ...(c.req.query('saved') === undefined
        ? {}
        : {
            notice: {
              kind: 'success' as const,
              text: 'The draft is saved. Nobody else has seen it.',
            },
          }),
    },
    <DraftPage {...(await propsOf(c, alert, again))} />
  )

alertDrafts.get('/alerts/:id/draft', raises, async (c) => {
  const alert = await ownDraft(c)
  return isDraft(alert) ? show(c, alert) : c.redirect(`/alerts/${alert.id}`, 303)
})

const savingOf = ({ revision, savedAt }: Pick<Alert, 'revision' | 'savedAt'>) => ({
  revision,
  savedAt,
})

/** By nobody else: a draft is its writer's alone. */
const BY = 'Another window of yours'

const conflictWords =
  'This draft was changed in another window of yours. What you typed is on this page; sending it again keeps it.'

const conflictOf = (mine: DraftFields, latest: Alert) => ({
  words: conflictWords,
  differences: draftDifferences(mine, latest.draft),
})

alertDrafts.post('/alerts/:id/draft', raises, async (c) => {
  const alert = await ownDraft(c)
  const sent = form(c, draftForm)
  const todayOn = londonDate(c.get('now'))
  if (c.get('body')?.has('theirs')) return c.redirect(`/alerts/${alert.id}/draft`, 303)
  const refuse = (messages: string[], status: 409 | 422) =>
    c.html(
      <DraftStatus {...savingOf(alert)} todayOn={todayOn} state={{ kind: 'refused', messages }} />,
      status
    )
  if (!sent.ok) {
    if (isHtmx(c)) return refuse(Object.values(sent.errors), 422)
    return show(c, alert, { fields: typedFields(c), errors: sent.errors, status: 422 })
  }
  const { revision, ...data } = sent.data
  const fields = fieldsOf(data)
  try {
    const saved = await saveDraft(contextOf(c), { alertId: alert.id, revision, fields })
    if (!isHtmx(c)) return c.redirect(`/alerts/${alert.id}/draft?saved=1`, 303)
    const now = { ...alert, revision: saved.revision, savedAt: c.get('now') }
    const before = alert.draft
    if (before.references === fields.references && before.kind === fields.kind) {
      return c.html(<DraftStatus {...savingOf(now)} todayOn={todayOn} />)
    }
    const people = await propsOf(c, now, { fields, status: 422 })
    return c.html(<SavedDraft {...savingOf(now)} todayOn={todayOn} people={people} />)
  } catch (error) {
    if (error instanceof WrongState && isHtmx(c)) return refuse([error.message], 409)
    if (!(error instanceof Conflict)) throw error
    const latest = (await findAlert(c.get('deps').db, alert.id)) ?? alert
    const conflict = conflictOf(fields, latest)
    if (!isHtmx(c)) return show(c, latest, { fields, conflict, status: 409 })
    const state = {
      kind: 'conflict' as const,
      by: BY,
      at: latest.savedAt,
      fields: conflict.differences,
    }
    return c.html(<DraftStatus {...savingOf(latest)} todayOn={todayOn} state={state} />, 409)
  }
})

alertDrafts.post('/alerts/:id/raise', raises, async (c) => {
  const alert = await ownDraft(c)
  const sent = form(c, draftForm)
  if (!sent.ok) {
    return show(c, alert, { fields: typedFields(c), errors: sent.errors, status: 422 })
  }
  const { revision, ...data } = sent.data
  const fields = fieldsOf(data)
  const latest = async () => (await findAlert(c.get('deps').db, alert.id)) ?? alert
  try {
    const outcome = await refusingOthers(
      c,
      'alerts.raise_good_practice',
      alert.id,
      raiseAlert(contextOf(c), {
        alertId: alert.id,
        revision,
        fields,
        isNoName: data.noName === 'yes',
      })
    )
    if (outcome.kind === 'raised') return c.redirect(`/alerts/${alert.id}?saved=raised`, 303)
    return show(c, await latest(), {
      fields,
      status: 422,
      ...(outcome.kind === 'faults'
        ? { errors: outcome.faults, asksForStaff: outcome.asksForStaff }
        : { names: outcome.names }),
    })
  } catch (error) {
    if (error instanceof NotTheirs || !(error instanceof Conflict)) throw error
    const now = await latest()
    return show(c, now, { fields, conflict: conflictOf(fields, now), status: 409 })
  }
})

alertDrafts.get('/alerts/:id/discard', raises, async (c) => {
  const alert = await ownDraft(c)
  if (!isDraft(alert))
    throw new WrongState('This alert was raised. It can be withdrawn, and is never removed.')
  return renderPage(
    c,
    { title: 'Throw this draft away', current: 'alerts' },
    <StepPage
      caption="Draft of a practice alert"
      title="Throw this draft away?"
      back={{ href: `/alerts/${alert.id}/draft`, text: 'Back to the draft' }}
      action={`/alerts/${alert.id}/discard`}
      csrf={csrfOf(c)}
      errors={{}}
      intro={<p class="govuk-body">Nobody else has seen it. It cannot be brought back.</p>}
      button="Throw it away"
      isWarning
    />
  )
})

alertDrafts.post('/alerts/:id/discard', raises, async (c) => {
  const alert = await ownDraft(c)
  await discardDraft(contextOf(c), { alertId: alert.id })
  return c.redirect('/alerts?saved=discarded', 303)
})
