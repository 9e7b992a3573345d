/** Withdraws a published learning circular: nobody but QA leads can open it any more. It stays stored as it was. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { NotFound, WrongState } from '../errors.ts'
import { recordEvent } from '../events/record-event.ts'
import { changedNow } from './changed-now.ts'
import { endCircular, lockCircular } from './circular-store.ts'

/** @throws NotFound; WrongState where it is not published */
export const withdrawCircular = (
  ctx: Context,
  input: { readonly circularId: string }
): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    const circular = await lockCircular(tx.db, input.circularId)
    if (!circular) throw new NotFound('No such circular')
    if (circular.state !== 'issued') {
      throw new WrongState('Only a published circular can be withdrawn. A draft can be discarded.')
    }
    await endCircular(tx.db, circular.id, 'withdrawn', changedNow(tx))
    recordEvent(tx, { type: 'circular.withdrawn', subjectId: circular.id, details: {} })
  })
