/** An administrator takes a day that has not begun off the list of closure days. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { Conflict, NotFound, WrongState } from '../errors.ts'
import { recordEvent } from '../events/record-event.ts'
import { londonDate } from '../people/rules/london-date.ts'
import { loadClosureDays } from './load-closure-days.ts'
import { CLOSURE_DAYS_KEY, PAST_STAYS, writeClosureDays } from './rules/closure-days.ts'
import { insertSetting } from './store.ts'

/**
 * @throws NotFound when the day is not in the list; WrongState when it is past or today
 * @throws Conflict when somebody else changed the list at the same moment
 */
export const removeClosureDay = (ctx: Context, input: { readonly date: string }): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    const { days, revision } = await loadClosureDays(tx.db)
    if (!days.some(({ date }) => date === input.date)) throw new NotFound('No such closure day')
    if (input.date <= londonDate(tx.now)) throw new WrongState(PAST_STAYS)
    const isFirst = await insertSetting(tx.db, {
      key: CLOSURE_DAYS_KEY,
      revision: revision + 1,
      value: writeClosureDays(days.filter(({ date }) => date !== input.date)),
      now: tx.now,
      by: tx.actor.kind === 'user' ? tx.actor.id : null,
    })
    if (!isFirst) {
      throw new Conflict('Somebody else changed the list at the same moment. Try again.', days)
    }
    recordEvent(tx, {
      type: 'council.closure_day_removed',
      subjectId: 'council',
      details: { date: input.date },
    })
  })
