/** Takes a baseline back: the chart is measured as if it had never been set. The row stays, as undone. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { NotFound } from '../errors.ts'
import { recordEvent } from '../events/record-event.ts'
import { findBaseline, setBaselineUndone } from './baseline-store.ts'

/**
 * @returns the theme whose charts it was for
 * @throws NotFound where there is none, or somebody else has undone it
 */
export const undoBaseline = (ctx: Context, id: string): Promise<string> =>
  inTransaction(ctx, async (tx) => {
    const baseline = await findBaseline(tx.db, id)
    const by = tx.actor.kind === 'user' ? tx.actor.id : null
    const isDone = baseline && (await setBaselineUndone(tx.db, id, { by, at: tx.now }))
    if (!baseline || !isDone) throw new NotFound('No such baseline')
    recordEvent(tx, {
      type: 'chart.baseline_undone',
      subjectId: id,
      details: { startsOn: baseline.startsOn },
    })
    return baseline.theme
  })
