/** Records that a person opened a record with case content: one event a person, record and 15 minutes. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { recordEvent } from '../events/record-event.ts'
import { periodOf } from './rules/read-period.ts'
import { isMarkedRead, markRead } from './store.ts'

export interface ReadInput {
  readonly type: 'audit.read' | 'case.read' | 'safety_notice.read' | 'alert.read'
  readonly personId: string
  readonly subjectId: string
  /** True where the caller has looked for the mark of this period and found it. */
  readonly isMarked?: boolean
}

export const recordRead = async (ctx: Context, input: ReadInput): Promise<void> => {
  if (input.isMarked === true) return
  const mark = {
    personId: input.personId,
    subjectId: input.subjectId,
    period: periodOf(ctx.now),
  }
  // Most openings are repeats, and a repeat should not cost a write.
  if (input.isMarked === undefined && (await isMarkedRead(ctx.db, mark))) return
  await inTransaction(ctx, async (tx) => {
    if (await markRead(tx.db, mark)) {
      recordEvent(tx, { type: input.type, subjectId: input.subjectId, details: {} })
    }
  })
}
