/** Doing something with many audits: first a page that says what will and what cannot be done, then doing it. */
import { Hono } from 'hono'
import { BulkPage } from '../../views/programme/bulk-page.tsx'
import { Conflict, FieldFault } from '../errors.ts'
import { type AppEnv, type C, contextOf } from '../http/env.ts'
import { form } from '../http/form.ts'
import { csrfOf, renderPage } from '../http/page.tsx'
import { grants } from '../people/rules/permissions.ts'
import { listAuditors } from '../rounds/list-store.ts'
import type { Round } from '../rounds/store.ts'
import { extendAudits } from './extend-audits.ts'
import { type BulkForm, bulkForm, readDueOn, readSeen, readView } from './input.ts'
import { todayOf } from './load-progress.ts'
import { listChosen, listChosenIds } from './progress-store.ts'
import { reallocateAudits } from './reallocate-audits.ts'
import { manages, page, progressOf, roundOf } from './record-routes.tsx'
import { remindAuditors } from './remind-auditors.ts'
import { seenMark, whyNot } from './rules/bulk-action.ts'
import type { RowFault } from './take-chosen.ts'
import { voidAudits } from './void-audits.ts'
import { withdrawAudits } from './withdraw-audits.ts'

export const bulk = new Hono<AppEnv>()

const auditing = Object.keys(grants['audits.complete'])

interface Failed {
  readonly errors: Readonly<Record<string, string>>
  /** Rows that somebody changed in the meantime. */
  readonly changed: readonly RowFault[]
  readonly conflict?: string
}

const showAsk = async (
  c: C,
  round: Round,
  sent: BulkForm,
  ids: readonly string[],
  failed?: Failed
) => {
  const { db } = c.get('deps')
  const today = todayOf(c.get('now'))
  const rows = await listChosen(db, round.id, ids, today)
  const judged = rows.map((row) => ({
    ...row,
    seen: seenMark(row),
    whyNot: whyNot(sent.do, { ...row, auditorIsActive: row.auditorIsActive === 1 }),
    isRemindedToday: row.remindedAt !== null && todayOf(row.remindedAt).todayOn === today.todayOn,
    change: failed?.changed.find(({ auditId }) => auditId === row.id)?.message,
  }))
  const status = failed ? (failed.conflict === undefined ? 422 : 409) : 200
  return renderPage(
    c,
    page('Check before it is done', status),
    <BulkPage
      round={round}
      csrf={csrfOf(c)}
      action={sent.do}
      view={sent.view}
      can={judged.filter((row) => row.whyNot === undefined)}
      cannot={judged.filter((row) => row.whyNot !== undefined)}
      people={sent.do === 'reallocate' ? await listAuditors(db, auditing) : []}
      values={{
        reason: sent.reason,
        auditor: sent.auditor,
        ownTeamReason: sent.ownTeamReason,
        'dueOn-day': sent['dueOn-day'],
        'dueOn-month': sent['dueOn-month'],
        'dueOn-year': sent['dueOn-year'],
      }}
      errors={failed?.errors ?? {}}
      conflict={failed?.conflict}
      todayOn={today.todayOn}
    />
  )
}

const doIt = async (c: C, roundId: string, sent: BulkForm): Promise<number> => {
  const ctx = contextOf(c)
  const input = { roundId, chosen: readSeen(sent.seen), reason: sent.reason }
  switch (sent.do) {
    case 'remind':
      return remindAuditors(ctx, { ...input, again: sent.again === 'yes' })
    case 'withdraw':
      return withdrawAudits(ctx, input)
    case 'void':
      return voidAudits(ctx, input)
    case 'reallocate':
      return reallocateAudits(ctx, {
        ...input,
        auditorId: sent.auditor,
        ownTeamReason: sent.ownTeamReason,
      })
    case 'extend': {
      const due = readDueOn(sent)
      if (!due.ok) throw new FieldFault('dueOn', due.fault)
      return extendAudits(ctx, { ...input, dueOn: due.date })
    }
  }
}

/** The chosen audits are posted, since hundreds of them fit into no address. */
bulk.post('/rounds/:id/bulk', manages, async (c) => {
  const round = await roundOf(c)
  const read = form(c, bulkForm)
  if (!read.ok) {
    const [message = 'Choose what to do with the audits'] = Object.values(read.errors)
    throw new FieldFault('do', message)
  }
  const sent = read.data
  if (sent.step !== 'done') {
    const view = readView(
      Object.fromEntries(new URLSearchParams(sent.view)),
      round.state === 'closed'
    )
    const ids =
      sent.scope === 'matching'
        ? await listChosenIds(c.get('deps').db, round.id, view, todayOf(c.get('now')))
        : sent.audits
    if (ids.length === 0) {
      return c.redirect(progressOf(round.id, sent.view, 'none'), 303)
    }
    return showAsk(c, round, sent, ids)
  }
  try {
    const n = await doIt(c, round.id, sent)
    return c.redirect(progressOf(round.id, sent.view, `${sent.do}-${n}`), 303)
  } catch (error) {
    const ids = readSeen(sent.seen).map(({ auditId }) => auditId)
    if (error instanceof FieldFault) {
      return showAsk(c, round, sent, ids, { errors: { [error.field]: error.message }, changed: [] })
    }
    if (error instanceof Conflict) {
      const changed = error.current as readonly RowFault[]
      return showAsk(c, round, sent, ids, { errors: {}, changed, conflict: error.message })
    }
    throw error
  }
})
