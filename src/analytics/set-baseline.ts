/** Sets the date from which on the charts of a theme are measured anew. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { FieldFault } from '../errors.ts'
import { textHash } from '../events/event-hash.ts'
import { recordEvent } from '../events/record-event.ts'
import { londonDate } from '../people/rules/london-date.ts'
import { findThemeSpan, insertBaseline } from './baseline-store.ts'
import { baselineFault } from './rules/baseline-date.ts'

export type BaselineInput = {
  readonly theme: string
  /** `YYYY-MM-DD`. */
  readonly startsOn: string
  readonly reason: string
}

/**
 * Every chart of the theme and of its items, whatever filters are set, has centre and limits of its own from then on.
 * @returns the new baseline's id
 * @throws FieldFault for a theme without results, and for a date that leaves nothing before or after it
 */
export const setBaseline = (ctx: Context, input: BaselineInput): Promise<string> =>
  inTransaction(ctx, async (tx) => {
    const { theme, startsOn, reason } = input
    const span = await findThemeSpan(tx.db, theme)
    if (!span) throw new FieldFault('theme', 'This theme has no results: choose one that has')
    const fault = baselineFault(startsOn, span, londonDate(tx.now))
    if (fault !== undefined) throw new FieldFault('startsOn', fault)
    const id = tx.ids()
    const by = tx.actor.kind === 'user' ? tx.actor.id : null
    const isNew = await insertBaseline(tx.db, { id, theme, startsOn, reason, by, at: tx.now })
    if (!isNew) {
      throw new FieldFault(
        'startsOn',
        'This theme has a baseline from that date already: undo that one first, or give another date'
      )
    }
    recordEvent(tx, {
      type: 'chart.baseline_set',
      subjectId: id,
      details: { startsOn, reasonHash: textHash(reason) },
    })
    return id
  })
