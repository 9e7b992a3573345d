/** Moving the due date of a round, and exempting auditors from it. */
import { Hono } from 'hono'
import { ExemptPage } from '../../views/programme/exempt-page.tsx'
import { DuePage } from '../../views/programme/round-step-pages.tsx'
import { Conflict, FieldFault, WrongState } from '../errors.ts'
import { type AppEnv, type C, contextOf } from '../http/env.ts'
import { type Errors, form, type Raw } from '../http/form.ts'
import { csrfOf, renderPage } from '../http/page.tsx'
import { grants } from '../people/rules/permissions.ts'
import { listAuditors } from '../rounds/list-store.ts'
import type { Round } from '../rounds/store.ts'
import { changeDueDate } from './change-due-date.ts'
import { exemptAuditor } from './exempt-auditor.ts'
import { listPeople } from './exemption-store.ts'
import { dueForm, exemptForm, readDueOn } from './input.ts'
import { liftExemption } from './lift-exemption.ts'
import { manages, page, progressOf, roundOf } from './record-routes.tsx'
import { listRoundDueChanges, listUndone } from './store.ts'

export const extensions = new Hono<AppEnv>()

const auditing = Object.keys(grants['audits.complete'])

interface Failed {
  readonly values: Raw
  readonly errors: Errors
  readonly status?: 409
}

const openRoundOf = async (c: C): Promise<Round> => {
  const round = await roundOf(c)
  if (round.state !== 'open') throw new WrongState(`This round is ${round.state}, not open.`)
  return round
}

const showDue = async (c: C, round: Round, failed?: Failed) =>
  renderPage(
    c,
    page('Change the due date', failed ? (failed.status ?? 422) : 200),
    <DuePage
      round={round}
      csrf={csrfOf(c)}
      dueOn={round.dueOn}
      history={await listRoundDueChanges(c.get('deps').db, round.id)}
      values={failed?.values ?? {}}
      errors={failed?.errors ?? {}}
    />
  )

extensions.get('/rounds/:id/due', manages, async (c) => showDue(c, await openRoundOf(c)))

extensions.post('/rounds/:id/due', manages, async (c) => {
  const round = await openRoundOf(c)
  const sent = form(c, dueForm)
  if (!sent.ok) return showDue(c, round, { values: sent.raw, errors: sent.errors })
  const values = sent.raw
  const due = readDueOn(sent.data)
  if (!due.ok) return showDue(c, round, { values, errors: { dueOn: due.fault } })
  try {
    await changeDueDate(contextOf(c), {
      roundId: round.id,
      dueOn: due.date,
      reason: sent.data.reason,
      seenDueOn: sent.data.seenDueOn,
    })
  } catch (error) {
    if (error instanceof FieldFault) {
      return showDue(c, round, { values, errors: { [error.field]: error.message } })
    }
    if (!(error instanceof Conflict)) throw error
    const errors = { dueOn: `${error.message} Look at the date as it is now, and send again` }
    return showDue(c, error.current as Round, { values, errors, status: 409 })
  }
  return c.redirect(progressOf(round.id, '', 'due'), 303)
})

const showExempt = async (c: C, round: Round, failed?: Failed) => {
  const { db } = c.get('deps')
  const undone = await listUndone(db, round.id)
  const auditors = await listAuditors(db, auditing)
  return renderPage(
    c,
    page('Exempt an auditor from this round', failed ? 422 : 200),
    <ExemptPage
      round={round}
      csrf={csrfOf(c)}
      auditors={auditors.map(({ id, name }) => ({
        id,
        name,
        toDo: undone.filter(({ auditorId }) => auditorId === id).length,
      }))}
      people={await listPeople(db)}
      values={failed?.values ?? {}}
      errors={failed?.errors ?? {}}
    />
  )
}

extensions.get('/rounds/:id/exempt', manages, async (c) => showExempt(c, await openRoundOf(c)))

extensions.post('/rounds/:id/exempt', manages, async (c) => {
  const round = await openRoundOf(c)
  const sent = form(c, exemptForm)
  if (!sent.ok) return showExempt(c, round, { values: sent.raw, errors: sent.errors })
  const { person, auditor, becomes, ...data } = sent.data
  try {
    const left = await exemptAuditor(contextOf(c), {
      ...data,
      roundId: round.id,
      personId: person,
      auditorId: auditor,
      becomes,
    })
    // What is still with them is shown, ticked, for giving it to somebody else.
    return left === 0
      ? c.redirect(progressOf(round.id, '', 'exempt'), 303)
      : c.redirect(
          `${progressOf(round.id, `auditor=${person}&show=stuck`, `left-${left}`)}&tick=all#audits-heading`,
          303
        )
  } catch (error) {
    if (!(error instanceof FieldFault)) throw error
    const errors = { [error.field]: error.message }
    return showExempt(c, round, { values: sent.raw, errors })
  }
})

extensions.post('/rounds/:id/exemptions/:exemptionId/lift', manages, async (c) => {
  const round = await roundOf(c)
  await liftExemption(contextOf(c), {
    roundId: round.id,
    exemptionId: c.req.param('exemptionId'),
  })
  return c.redirect(progressOf(round.id, '', 'lifted'), 303)
})
