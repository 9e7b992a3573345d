/** Writes the mark of the demonstration, into a database in which nobody is yet, and never into any other. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { WrongState } from '../errors.ts'
import { recordEvent } from '../events/record-event.ts'
import { listActivePeople } from '../people/store.ts'
import { COUNCIL_NAME, DEMO_KEY } from './rules/council.ts'
import { insertCouncilRow } from './store.ts'

/** @throws WrongState when somebody has an account here already */
export const markCouncil = (ctx: Context): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    if ((await listActivePeople(tx.db)).length > 0) {
      throw new WrongState('This council has people in it. A demonstration starts from nothing.')
    }
    await insertCouncilRow(tx.db, 'name', COUNCIL_NAME)
    await insertCouncilRow(tx.db, DEMO_KEY, tx.now)
    recordEvent(tx, { type: 'council.created', subjectId: 'council', details: { demo: true } })
  })
