/** Records that a person opened a record with case content: one event a person, record and 15 minutes. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { recordEvent } from '../events/record-event.ts'
import { isMarkedRead, markRead } from './store.ts'

const PERIOD_MINUTES = 15

/** The quarter of an hour in which the instant lies, as its first minute. */
const periodOf = (now: string): string => {
  const ms = Date.parse(now)
  return new Date(ms - (ms % (PERIOD_MINUTES * 60_000))).toISOString().slice(0, 16)
}

export interface ReadInput {
  readonly type: 'audit.read' | 'case.read' | 'safety_notice.read'
  readonly personId: string
  readonly subjectId: string
}

export const recordRead = async (ctx: Context, input: ReadInput): Promise<void> => {
  const mark = {
    personId: input.personId,
    subjectId: input.subjectId,
    period: periodOf(ctx.now),
  }
  // Most openings are repeats, and a repeat should not cost a write.
  if (await isMarkedRead(ctx.db, mark)) return
  await inTransaction(ctx, async (tx) => {
    if (await markRead(tx.db, mark)) {
      recordEvent(tx, { type: input.type, subjectId: input.subjectId, details: {} })
    }
  })
}
