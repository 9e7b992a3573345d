/** An administrator adds a day on which the council is closed. Dates that were given to anybody stay as they are. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { Conflict, FieldFault } from '../errors.ts'
import { recordEvent } from '../events/record-event.ts'
import { londonDate } from '../people/rules/london-date.ts'
import { loadClosureDays } from './load-closure-days.ts'
import {
  CLOSURE_DAYS_KEY,
  type ClosureDay,
  closureDayFault,
  writeClosureDays,
} from './rules/closure-days.ts'
import { insertSetting } from './store.ts'

/**
 * @throws FieldFault `date` for a day that is past, in the list already or no working day in any case
 * @throws Conflict when somebody else changed the list at the same moment
 */
export const addClosureDay = (ctx: Context, input: ClosureDay): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    const { days, revision } = await loadClosureDays(tx.db)
    const fault = closureDayFault(input.date, days, londonDate(tx.now))
    if (fault !== undefined) throw new FieldFault('date', fault)
    const isFirst = await insertSetting(tx.db, {
      key: CLOSURE_DAYS_KEY,
      revision: revision + 1,
      value: writeClosureDays([...days, input]),
      now: tx.now,
      by: tx.actor.kind === 'user' ? tx.actor.id : null,
    })
    if (!isFirst) {
      throw new Conflict('Somebody else changed the list at the same moment. Add it again.', days)
    }
    recordEvent(tx, {
      type: 'council.closure_day_added',
      subjectId: 'council',
      details: { date: input.date },
    })
  })
