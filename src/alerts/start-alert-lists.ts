/** Gives a council its first categories of concern and stages of a dispute, when it starts without any. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { recordEvent } from '../events/record-event.ts'
import { findNewestLadder, insertFirstCategories, insertLadder } from './list-store.ts'
import { standardCategories, standardStages } from './rules/standard-lists.ts'

/** Does nothing where there are some already, whoever started first. */
export const startAlertLists = (ctx: Context): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    const categories = await insertFirstCategories(tx.db, standardCategories)
    const isLadderNew =
      (await findNewestLadder(tx.db)) === undefined &&
      (await insertLadder(tx.db, {
        id: tx.ids(),
        number: 1,
        stages: standardStages,
        now: tx.now,
        by: null,
      }))
    if (categories === 0 && !isLadderNew) return
    recordEvent(tx, {
      type: 'council.alert_lists_started',
      subjectId: 'council',
      details: { categories, stages: isLadderNew ? standardStages.length : 0 },
    })
  })
