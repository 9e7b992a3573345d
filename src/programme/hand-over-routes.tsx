/** Handing an audit over: the auditor asks from the audit, a QA lead decides from the progress of the round. */
import { Hono } from 'hono'
import { AskHandOverPage, DecideHandOverPage } from '../../views/programme/hand-over-pages.tsx'
import { type Audit, findAudit } from '../audits/record-store.ts'
import { transitionOf, wrongStateWords } from '../audits/rules/audit-workflow.ts'
import { FieldFault, NotFound, WrongState } from '../errors.ts'
import { type AppEnv, type C, contextOf, personOf } from '../http/env.ts'
import { type Errors, form, type Raw } from '../http/form.ts'
import { may, refuseRecord, refusingOthers } from '../http/guards.ts'
import { csrfOf, renderPage } from '../http/page.tsx'
import { grants } from '../people/rules/permissions.ts'
import { listAuditors } from '../rounds/list-store.ts'
import { askHandOver } from './ask-hand-over.ts'
import { decideHandOver } from './decide-hand-over.ts'
import { findHandOver, findLastOf } from './hand-over-store.ts'
import { decideForm, handOverForm } from './input.ts'
import { manages, page, progressOf } from './record-routes.tsx'
import { takeBackHandOver } from './take-back-hand-over.ts'

export const handOvers = new Hono<AppEnv>()

const auditing = Object.keys(grants['audits.complete'])
const complete = may('audits.complete')

const takenBack = {
  kind: 'success',
  text: 'You have taken your request back. The audit stays yours.',
} as const

type Failed = { readonly values: Raw; readonly errors: Errors }

/** The audit, if it is this person's to do; else recorded and answered as unknown. */
const ownAudit = async (c: C): Promise<Audit> => {
  const id = c.req.param('id') ?? ''
  const audit = await findAudit(c.get('deps').db, id)
  if (!audit) throw new NotFound('No such audit')
  if (audit.auditorId !== personOf(c).id) return refuseRecord(c, 'audits.complete', id)
  if (!transitionOf(['auditor'], audit.state, 'hand_over')) {
    throw new WrongState(wrongStateWords(audit.state, 'hand_over'))
  }
  return audit
}

const showAsk = async (c: C, audit: Audit, failed?: Failed) => {
  const { db } = c.get('deps')
  const last = await findLastOf(db, audit.id, personOf(c).id)
  const people = await listAuditors(db, auditing)
  return renderPage(
    c,
    {
      title: 'Hand this audit over',
      current: 'work',
      status: failed ? 422 : 200,
      ...(c.req.query('saved') === 'taken-back' ? { notice: takenBack } : {}),
    },
    <AskHandOverPage
      audit={audit}
      csrf={csrfOf(c)}
      people={people.filter(({ id }) => id !== audit.auditorId)}
      asked={
        last && (last.state === 'asked' || last.state === 'declined')
          ? { ...last, isDeclined: last.state === 'declined' }
          : undefined
      }
      values={failed?.values ?? {}}
      errors={failed?.errors ?? {}}
    />
  )
}

handOvers.get('/audits/:id/hand-over', complete, async (c) => showAsk(c, await ownAudit(c)))

handOvers.post('/audits/:id/hand-over', complete, async (c) => {
  const audit = await ownAudit(c)
  const sent = form(c, handOverForm)
  if (!sent.ok) return showAsk(c, audit, { values: sent.raw, errors: sent.errors })
  try {
    const { to: toId, reason } = sent.data
    const asking = askHandOver(contextOf(c), { auditId: audit.id, toId, reason })
    await refusingOthers(c, 'audits.complete', audit.id, asking)
  } catch (error) {
    if (!(error instanceof FieldFault)) throw error
    return showAsk(c, audit, { values: sent.raw, errors: { [error.field]: error.message } })
  }
  return c.redirect(`/audits/${audit.id}/hand-over`, 303)
})

handOvers.post('/audits/:id/hand-over/take-back', complete, async (c) => {
  const audit = await ownAudit(c)
  const takingBack = takeBackHandOver(contextOf(c), { auditId: audit.id })
  await refusingOthers(c, 'audits.complete', audit.id, takingBack)
  return c.redirect(`/audits/${audit.id}/hand-over?saved=taken-back`, 303)
})

const showDecide = async (c: C, failed?: Failed) => {
  const asked = await findHandOver(c.get('deps').db, c.req.param('id') ?? '')
  if (!asked) throw new NotFound('No such hand-over')
  if (asked.state !== 'asked') return c.redirect(`/rounds/${asked.roundId}/progress`, 303)
  return renderPage(
    c,
    page('Decide on a hand-over', failed ? 422 : 200),
    <DecideHandOverPage
      asked={asked}
      csrf={csrfOf(c)}
      values={failed?.values ?? {}}
      errors={failed?.errors ?? {}}
    />
  )
}

handOvers.get('/hand-overs/:id', manages, (c) => showDecide(c))

handOvers.post('/hand-overs/:id', manages, async (c) => {
  const asked = await findHandOver(c.get('deps').db, c.req.param('id'))
  if (!asked) throw new NotFound('No such hand-over')
  const sent = form(c, decideForm)
  if (!sent.ok) return showDecide(c, { values: sent.raw, errors: sent.errors })
  try {
    await decideHandOver(contextOf(c), { ...sent.data, handOverId: asked.id })
  } catch (error) {
    if (!(error instanceof FieldFault)) throw error
    return showDecide(c, { values: sent.raw, errors: { [error.field]: error.message } })
  }
  return c.redirect(progressOf(asked.roundId, '', sent.data.decision), 303)
})
