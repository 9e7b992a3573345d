/** Puts the draft of a learning circular aside for good. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { recordEvent } from '../events/record-event.ts'
import { changedNow } from './changed-now.ts'
import { endCircular } from './circular-store.ts'
import { openCircular } from './open-circular.ts'

/** @throws NotFound, WrongState as openCircular */
export const discardCircular = (
  ctx: Context,
  input: { readonly circularId: string }
): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    const circular = await openCircular(tx, input.circularId)
    await endCircular(tx.db, circular.id, 'discarded', changedNow(tx))
    recordEvent(tx, { type: 'circular.discarded', subjectId: circular.id, details: {} })
  })
