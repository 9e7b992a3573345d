/** Closing a round with why what was not done was not, opening it again, and carrying audits over to another. */
import { Hono } from 'hono'
import { ClosePage } from '../../views/programme/close-page.tsx'
import {
  CarryOverPage,
  ClosedAlreadyPage,
  ReopenPage,
} from '../../views/programme/round-step-pages.tsx'
import { FieldFault, WrongState } from '../errors.ts'
import { type AppEnv, type C, contextOf } from '../http/env.ts'
import { type Errors, form, type Raw } from '../http/form.ts'
import { csrfOf, renderPage } from '../http/page.tsx'
import { findPerson } from '../people/store.ts'
import { listRoundAudits } from '../rounds/audit-store.ts'
import type { Round } from '../rounds/store.ts'
import { carryOverAudits } from './carry-over-audits.ts'
import { closeWithReasons } from './close-with-reasons.ts'
import { carryForm, reasonForm } from './input.ts'
import { manages, page, progressOf, roundOf } from './record-routes.tsx'
import { reopenRound } from './reopen-round.ts'
import { readNotDoneReason } from './rules/not-done-reason.ts'
import { listNotDoneEndings, listToCarryOver, listUndone } from './store.ts'

export const closing = new Hono<AppEnv>()

const LONGEST_WORDS = 1000

const rawOf = (c: C): Raw =>
  Object.fromEntries(
    [...(c.get('body') ?? [])].map(([name, values]) => [name, values.at(-1) ?? ''])
  )

/** Who closed it and when, for whoever wanted to do the same. */
const showClosed = async (c: C, round: Round) => {
  const closer =
    round.closedBy === null ? undefined : await findPerson(c.get('deps').db, round.closedBy)
  return renderPage(
    c,
    page('This round is already closed', 409),
    <ClosedAlreadyPage round={round} closedByName={closer?.name ?? null} />
  )
}

const groupsOf = async (c: C, round: Round) => {
  const undone = await listUndone(c.get('deps').db, round.id)
  const toDo = undone.filter(({ state }) => state !== 'reopened')
  return {
    reopened: undone.filter(({ state }) => state === 'reopened'),
    groups: [...Map.groupBy(toDo, ({ auditorId }) => auditorId ?? 'nobody')].map(
      ([key, audits]) => ({ key, name: audits[0]?.auditorName ?? 'Not allocated', audits })
    ),
  }
}

const showClose = async (c: C, round: Round, failed?: { values: Raw; errors: Errors }) => {
  const { groups, reopened } = await groupsOf(c, round)
  const audits = await listRoundAudits(c.get('deps').db, round.id)
  return renderPage(
    c,
    page('Close this round?', failed ? 422 : 200),
    <ClosePage
      round={round}
      csrf={csrfOf(c)}
      submitted={audits.filter(({ state }) => state === 'submitted').length}
      reopened={reopened}
      groups={groups}
      values={failed?.values ?? {}}
      errors={failed?.errors ?? {}}
    />
  )
}

closing.get('/rounds/:id/close', manages, async (c) => {
  const round = await roundOf(c)
  if (round.state === 'closed') return showClosed(c, round)
  if (round.state === 'draft') throw new WrongState('This round has not been opened yet.')
  return showClose(c, round)
})

closing.post('/rounds/:id/close', manages, async (c) => {
  const round = await roundOf(c)
  if (round.state === 'closed') return showClosed(c, round)
  const raw = rawOf(c)
  const tooLong = Object.entries(raw).filter(
    ([name, value]) => name.startsWith('words-') && value.length > LONGEST_WORDS
  )
  if (tooLong.length > 0) {
    const errors = tooLong.map(([name]) => [name, `Shorten this to ${LONGEST_WORDS} characters`])
    return showClose(c, round, { values: raw, errors: Object.fromEntries(errors) })
  }
  const { groups } = await groupsOf(c, round)
  const notDone = groups.flatMap(({ key, audits }) =>
    audits.map((audit) => ({
      auditId: audit.id,
      reason: readNotDoneReason(
        raw[`reason-${audit.id}`] || raw[`reason-${key}`] || raw['reason-everybody']
      ),
      words: raw[`words-${key}`] || raw['words-everybody'] || '',
    }))
  )
  try {
    const closed = await closeWithReasons(contextOf(c), { roundId: round.id, notDone })
    if (closed.ok) return c.redirect(progressOf(round.id, '', 'closed'), 303)
    const errors = closed.faults.map(({ auditId, message }) => {
      const group = groups.find(({ audits }) => audits.some(({ id }) => id === auditId))
      const hasOwn = (raw[`reason-${auditId}`] ?? '') !== ''
      const isOther = message.startsWith('Say')
      const key = isOther ? `words-${group?.key}` : `reason-${hasOwn ? auditId : group?.key}`
      return [key, `${group?.name ?? ''}: ${message}`]
    })
    return showClose(c, round, { values: raw, errors: Object.fromEntries(errors) })
  } catch (error) {
    const now = await roundOf(c)
    if (error instanceof WrongState && now.state === 'closed') return showClosed(c, now)
    throw error
  }
})

const showReopen = async (c: C, round: Round, failed?: { values: Raw; errors: Errors }) =>
  renderPage(
    c,
    page('Open this round again?', failed ? 422 : 200),
    <ReopenPage
      round={round}
      csrf={csrfOf(c)}
      values={failed?.values ?? {}}
      errors={failed?.errors ?? {}}
      notDone={(await listNotDoneEndings(c.get('deps').db, round.id)).length}
    />
  )

closing.get('/rounds/:id/reopen', manages, async (c) => {
  const round = await roundOf(c)
  if (round.state !== 'closed' || round.origin === 'import') {
    throw new WrongState(
      round.origin === 'import'
        ? 'This round was imported. It stays closed.'
        : `This round is ${round.state}, not closed.`
    )
  }
  return showReopen(c, round)
})

closing.post('/rounds/:id/reopen', manages, async (c) => {
  const round = await roundOf(c)
  const sent = form(c, reasonForm)
  if (!sent.ok) return showReopen(c, round, { values: sent.raw, errors: sent.errors })
  try {
    await reopenRound(contextOf(c), { roundId: round.id, reason: sent.data.reason })
  } catch (error) {
    if (!(error instanceof FieldFault)) throw error
    return showReopen(c, round, { values: sent.raw, errors: { [error.field]: error.message } })
  }
  return c.redirect(progressOf(round.id, '', 'reopened'), 303)
})

const showCarryOver = async (c: C, round: Round, chosen: readonly string[], errors?: Errors) =>
  renderPage(
    c,
    page('Carry over what was not done', errors ? 422 : 200),
    <CarryOverPage
      round={round}
      csrf={csrfOf(c)}
      offered={await listToCarryOver(c.get('deps').db, round.id)}
      chosen={chosen}
      errors={errors ?? {}}
    />
  )

closing.get('/rounds/:id/carry-over', manages, async (c) => {
  const round = await roundOf(c)
  if (round.state === 'closed') {
    throw new WrongState(
      'This round is closed. Audits can be carried over to a draft or an open round.'
    )
  }
  return showCarryOver(c, round, [])
})

closing.post('/rounds/:id/carry-over', manages, async (c) => {
  const round = await roundOf(c)
  const sent = form(c, carryForm)
  if (!sent.ok) return showCarryOver(c, round, [], sent.errors)
  try {
    const n = await carryOverAudits(contextOf(c), {
      roundId: round.id,
      auditIds: sent.data.audits,
    })
    const to =
      round.state === 'open'
        ? progressOf(round.id, 'auditor=nobody', `carried-${n}`)
        : `/rounds/${round.id}?saved=cases`
    return c.redirect(to, 303)
  } catch (error) {
    if (!(error instanceof FieldFault)) throw error
    return showCarryOver(c, round, sent.data.audits, { [error.field]: error.message })
  }
})
