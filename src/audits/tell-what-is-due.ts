/**
 * A job: tells auditors of audits that are due soon, due or late, and owners of actions that are due or overdue. Each
 * person is told each once for a due date, however often it runs and on however many servers.
 */
import { type Context, inTransaction } from '../db/transaction.ts'
import { recordEvent } from '../events/record-event.ts'
import { notify } from '../notices/notify.ts'
import { londonDate } from '../people/rules/london-date.ts'
import { readSetting } from '../settings/read-setting.ts'
import { listUntold } from './due-store.ts'
import { type DueWindow, dueWindows } from './rules/due-notice.ts'

/** How many are told in one transaction: others who save wait no longer than that takes. */
const AT_ONCE = 100

/** @returns how many were looked at and how many told; another server may have told some meanwhile */
const tellSome = (ctx: Context, window: DueWindow) =>
  inTransaction(ctx, async (tx) => {
    const untold = await listUntold(tx.db, window, AT_ONCE)
    let told = 0
    for (const { id, personId, dueOn, reference } of untold) {
      const people = await notify(tx, {
        to: [personId],
        kind: window.kind,
        about: { kind: window.about, id },
        reference: reference ?? undefined,
        dueOn,
        once: true,
      })
      told += people.length
    }
    if (told > 0) {
      recordEvent(tx, { type: 'notice.due_told', subjectId: 'council', details: { count: told } })
    }
    return { found: untold.length, told }
  })

/** @returns how many notices it sent */
export const tellWhatIsDue = async (ctx: Context): Promise<number> => {
  const soonDays = await readSetting(ctx.db, 'due_soon_days')
  let sum = 0
  for (const window of dueWindows(londonDate(ctx.now), soonDays)) {
    for (;;) {
      const { found, told } = await tellSome(ctx, window)
      sum += told
      if (found < AT_ONCE || told === 0) break
    }
  }
  return sum
}
