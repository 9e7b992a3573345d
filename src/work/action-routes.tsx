/**
 * The page of one action: for its owner, who says that it is done, and for those who may read its audit. It is here
 * and not in actions because who may read an audit is the audits feature's to say.
 */
import { Hono } from 'hono'
import { ActionPage } from '../../views/actions/action-page.tsx'
import { completeAction } from '../actions/complete-action.ts'
import { findAction } from '../actions/store.ts'
import { undoAction } from '../actions/undo-action.ts'
import { loadAccess } from '../audits/load-access.ts'
import { findAudit } from '../audits/record-store.ts'
import { shortOf } from '../audits/rules/conclusion-facts.ts'
import { loadWork } from '../audits/store.ts'
import { Conflict, NotFound, NotTheirs, WrongState } from '../errors.ts'
import { type AppEnv, type C, contextOf, personOf } from '../http/env.ts'
import { type Errors, form } from '../http/form.ts'
import { may, refuseRecord } from '../http/guards.ts'
import { csrfOf, renderPage } from '../http/page.tsx'
import { recordRead } from '../people/record-read.ts'
import { londonDate } from '../people/rules/london-date.ts'
import { isGranted } from '../people/rules/permissions.ts'
import { findActionPage } from './action-store.ts'
import { doneForm, undoForm } from './input.ts'

export const actionPages = new Hono<AppEnv>()

const completes = may('actions.complete')

/** The action, if this person owns it and has been told of it, or may read its audit; else as one that is not there. */
const openAction = async (c: C) => {
  const { db } = c.get('deps')
  const person = personOf(c)
  const id = c.req.param('id') ?? ''
  const found = await findActionPage(db, id, person.id)
  const typed = found ?? (await findAction(db, id))
  const audit = typed && (await findAudit(db, typed.auditId))
  if (!audit) throw new NotFound('No such action')
  const { mayRead } = await loadAccess(db, person, audit)
  const isOwner = found?.isOwner === 1
  if (!isOwner && !mayRead) return refuseRecord(c, 'audits.read_submitted', id)
  // A draft stands with its audit, and nowhere else.
  if (!found) throw new NotFound('No such action')
  const { ownerName, ...action } = found
  await recordRead(contextOf(c), {
    type: 'audit.read',
    personId: person.id,
    subjectId: audit.id,
  })
  return { action, ownerName: ownerName ?? undefined, audit, isOwner, mayRead }
}

type Shown = Awaited<ReturnType<typeof openAction>>

const notices: Record<string, string> = {
  done: 'The action is marked as done.',
  undone: 'The action is open again.',
}

const show = async (
  c: C,
  { action, ownerName, audit, isOwner, mayRead }: Shown,
  again: { note?: string; errors?: Errors; status?: 409 | 422 } = {}
) => {
  const { db } = c.get('deps')
  const work = action.itemKey === null ? undefined : await loadWork(db, audit.id)
  const notice = again.status ? undefined : notices[c.req.query('saved') ?? '']
  return renderPage(
    c,
    {
      title: 'Action',
      current: 'work',
      status: again.status ?? 200,
      ...(notice ? { notice: { kind: 'success' as const, text: notice } } : {}),
    },
    <ActionPage
      action={action}
      caseReference={audit.caseReference}
      roundName={audit.roundName}
      ownerName={ownerName}
      about={shortOf(work, action.itemKey)}
      caseHref={
        mayRead && audit.caseReference !== '' && isGranted(personOf(c).roles, 'cases.read')
          ? `/cases/${audit.caseId ?? audit.id}`
          : undefined
      }
      auditAddress={mayRead ? `/audits/${audit.id}` : undefined}
      todayOn={londonDate(c.get('now'))}
      isOwner={isOwner}
      note={again.note ?? ''}
      errors={again.errors}
      isConflict={again.status === 409}
      csrf={csrfOf(c)}
    />
  )
}

actionPages.get('/actions/:id', completes, async (c) => show(c, await openAction(c)))

/** Runs a verb on the person's own action; what somebody else changed meanwhile is shown beside what was typed. */
const change = async (c: C, note: string, saved: string, verb: () => Promise<void>) => {
  try {
    await verb()
    return c.redirect(`/actions/${c.req.param('id')}?saved=${saved}`, 303)
  } catch (error) {
    if (error instanceof NotTheirs) {
      return refuseRecord(c, 'actions.complete', c.req.param('id') ?? '')
    }
    if (error instanceof Conflict || error instanceof WrongState) {
      return show(c, await openAction(c), { note, status: 409 })
    }
    throw error
  }
}

/** A form with faults is still answered as unknown to whom the action is not theirs. */
const ownAction = async (c: C): Promise<Shown> => {
  const shown = await openAction(c)
  return shown.isOwner ? shown : refuseRecord(c, 'actions.complete', shown.action.id)
}

actionPages.post('/actions/:id/done', completes, async (c) => {
  const shown = await ownAction(c)
  const input = form(c, doneForm)
  if (!input.ok) {
    return show(c, shown, { note: input.raw.note ?? '', errors: input.errors, status: 422 })
  }
  const { note, revision } = input.data
  return change(c, note, 'done', () =>
    completeAction(contextOf(c), { actionId: shown.action.id, revision, note })
  )
})

actionPages.post('/actions/:id/undo', completes, async (c) => {
  const shown = await ownAction(c)
  const input = form(c, undoForm)
  if (!input.ok) return show(c, shown, { errors: input.errors, status: 422 })
  return change(c, '', 'undone', () =>
    undoAction(contextOf(c), { actionId: shown.action.id, revision: input.data.revision })
  )
})
