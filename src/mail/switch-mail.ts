/** Notes at the start of the server whether mail is set up; from then on notices are mailed, or are not. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { recordEvent } from '../events/record-event.ts'
import { findSwitch, setSwitch } from './store.ts'

/** Notices made while it was off are not mailed later. @returns true when it was the other way before */
export const switchMail = (ctx: Context, isOn: boolean): Promise<boolean> =>
  inTransaction(ctx, async (tx) => {
    if ((await findSwitch(tx.db)) === isOn) return false
    await setSwitch(tx.db, isOn)
    recordEvent(tx, { type: 'mail.switched', subjectId: 'council', details: { isOn } })
    return true
  })
