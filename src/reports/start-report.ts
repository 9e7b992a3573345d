/** Starts the draft of a report, with the words of the last one before it for the same audience. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { recordEvent } from '../events/record-event.ts'
import { changedNow } from './changed-now.ts'
import { findEarlier, insertReport } from './report-store.ts'
import type { ReportSettings } from './rules/report-settings.ts'
import { carryWords } from './words-store.ts'

/** @returns the id of the draft */
export const startReport = (ctx: Context, settings: ReportSettings): Promise<string> =>
  inTransaction(ctx, async (tx) => {
    const id = tx.ids()
    const changed = changedNow(tx)
    const earlier = await findEarlier(tx.db, settings)
    await insertReport(tx.db, { ...settings, id, replacesId: null, reissueReason: null }, changed)
    const carried = earlier
      ? await carryWords(tx.db, earlier.id, id, { ...changed, withSentences: false })
      : 0
    recordEvent(tx, {
      type: 'report.started',
      subjectId: id,
      details: { replacesId: null, carried },
    })
    return id
  })
