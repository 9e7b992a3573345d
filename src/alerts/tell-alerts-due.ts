/**
 * A job: tells addressees on the working day before an answer is expected, tells them and the raiser when it is
 * overdue, and the raiser and the IRO managers when a dispute is over its total time. Everybody is told each once a date.
 */

import { type Context, inTransaction } from '../db/transaction.ts'
import { recordEvent } from '../events/record-event.ts'
import { notify } from '../notices/notify.ts'
import type { NoticeKind } from '../notices/rules/notice-kind.ts'
import { addDays } from '../people/rules/add-days.ts'
import { londonDate } from '../people/rules/london-date.ts'
import { listPeopleWithRoles } from '../safety/line-store.ts'
import { loadWorkingCalendar } from '../settings/load-working-calendar.ts'
import { listDueUntil, listOverTotal } from './due-store.ts'
import { listParties, NOBODY } from './party-store.ts'
import { alertReference } from './rules/alert-kind.ts'
import type { AlertState } from './rules/alert-workflow.ts'
import { type DueStep, insertStep } from './step-store.ts'
import { findAlert, lockAlert } from './store.ts'
import { withCover } from './with-cover.ts'

const AT_A_TIME = 200

/** Overdue longer than this before the job ever saw it (after a restore, say): nobody is told any more. */
const LOOK_BACK_DAYS = 60

const tell = (
  ctx: Context,
  alertId: string,
  action: DueStep,
  kinds: readonly [NoticeKind, 'addressees' | 'raiser' | 'overseers'][],
  dueOn: string
) =>
  inTransaction(ctx, async (tx): Promise<number> => {
    // Held, so that an answer or another date that comes at the same moment is either seen here or comes after.
    if (!(await lockAlert(tx.db, alertId))) return 0
    const alert = await findAlert(tx.db, alertId)
    const isTotal = action === 'total_told'
    const states: readonly AlertState[] = isTotal ? ['open', 'responded'] : ['open']
    if (!alert || !states.includes(alert.state)) return 0
    // Whoever was told today that it is raised was told the date with it.
    if (action === 'due_told' && alert.raisedOn === londonDate(tx.now)) return 0
    if ((isTotal ? alert.totalDueOn : alert.expectedOn) !== dueOn) return 0
    const { addressees } = await listParties(tx.db, alertId, NOBODY)
    const current = addressees.filter(({ isCurrent }) => isCurrent)
    const who = {
      addressees: async () => current.map(({ personId }) => personId),
      raiser: async () => [alert.raisedBy],
      overseers: async () =>
        (await listPeopleWithRoles(tx.db))
          .filter(({ roles }) => roles.includes('iro_manager'))
          .map(({ id }) => id),
    }
    const all = new Set<string>()
    for (const [kind, part] of kinds) {
      const told = await notify(tx, {
        to: await withCover(tx, await who[part](), null),
        kind,
        about: { kind: 'alert', id: alertId },
        reference: alert.caseReference ?? undefined,
        mailReference: alertReference(alert),
        dueOn,
        once: true,
      })
      for (const id of told) all.add(id)
    }
    if (all.size === 0) return 0
    const at = { state: alert.state, stage: alert.stage }
    await insertStep(
      tx.db,
      {
        id: tx.ids(),
        alertId,
        now: tx.now,
        action,
        by: null,
        actedAs: null,
        forId: null,
        from: at,
        to: at,
        words: '',
        oldDueOn: null,
        newDueOn: dueOn,
        detail: {},
      },
      [...all]
    )
    recordEvent(tx, {
      type: 'alert.due_told',
      subjectId: alertId,
      details: { kind: action, told: all.size },
    })
    return all.size
  })

/** @returns how many people were told, each counted once an alert */
export const tellAlertsDue = async (ctx: Context): Promise<number> => {
  const today = londonDate(ctx.now)
  const calendar = await loadWorkingCalendar(ctx.db)
  const tomorrow = calendar.nextWorkingDay(today)
  let sent = 0
  let after = { on: addDays(today, -LOOK_BACK_DAYS), id: '' }
  for (;;) {
    const due = await listDueUntil(ctx.db, { today, until: tomorrow, after, limit: AT_A_TIME })
    for (const { id, expectedOn } of due) {
      if (expectedOn === null) continue
      const isOver = expectedOn < today
      sent += await tell(
        ctx,
        id,
        isOver ? 'overdue_told' : 'due_told',
        isOver
          ? [
              ['alert_overdue', 'addressees'],
              ['alert_overdue_raiser', 'raiser'],
            ]
          : [['alert_due_soon', 'addressees']],
        expectedOn
      )
    }
    const last = due.at(-1)
    if (due.length < AT_A_TIME || last === undefined) break
    after = { on: last.expectedOn ?? after.on, id: last.id }
  }
  for (const { id, totalDueOn } of await listOverTotal(
    ctx.db,
    addDays(today, -LOOK_BACK_DAYS),
    today
  )) {
    if (totalDueOn === null) continue
    sent += await tell(
      ctx,
      id,
      'total_told',
      [
        ['alert_total_over', 'raiser'],
        ['alert_total_over', 'overseers'],
      ],
      totalDueOn
    )
  }
  return sent
}
