/**
 * A job: takes every notice that nobody of the line has acknowledged in time one step up. Two servers that try at once
 * do it once, and at the top it goes on being told once a day.
 */
import { toInstant } from '../db/columns.ts'
import { type Context, inTransaction } from '../db/transaction.ts'
import { readSetting } from '../settings/read-setting.ts'
import { TOP_LEVEL } from './rules/addressees.ts'
import { listUnacknowledged } from './store.ts'
import { takeUpNotice } from './take-up-notice.ts'

const REPEAT_MINUTES = 24 * 60

/** Minutes are counted on the instant, so that neither midnight nor a change of the clocks is special. */
const minutesBefore = (now: string, minutes: number): string =>
  toInstant(new Date(Date.parse(now) - minutes * 60_000))

/** @returns how many went up */
export const escalateSafetyNotices = async (ctx: Context): Promise<number> => {
  const minutes = await readSetting(ctx.db, 'safety_escalate_minutes')
  const due = await listUnacknowledged(ctx.db, minutesBefore(ctx.now, minutes))
  let raised = 0
  for (const seen of due) {
    const wait = seen.level >= TOP_LEVEL ? Math.max(minutes, REPEAT_MINUTES) : minutes
    if (seen.lastToldAt > minutesBefore(ctx.now, wait)) continue
    if (await inTransaction(ctx, (tx) => takeUpNotice(tx, seen, { minutes: wait }))) raised += 1
  }
  return raised
}
