/** Brings a withdrawn version back into use. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { NotFound, WrongState } from '../errors.ts'
import { recordEvent } from '../events/record-event.ts'
import { findRubric } from '../rubrics/store.ts'
import { endWithdrawal } from '../rubrics/version-store.ts'

/**
 * @throws NotFound for a version that is not there
 * @throws WrongState when it is not withdrawn
 */
export const restoreVersion = (
  ctx: Context,
  input: { readonly key: string; readonly version: string }
): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    const found = await findRubric(tx.db, input.key, input.version)
    if (!found) throw new NotFound('No such rubric')
    const by = tx.actor.kind === 'user' ? tx.actor.id : null
    if (!(await endWithdrawal(tx.db, found.id, tx.now, by))) {
      throw new WrongState('This version is not withdrawn.')
    }
    recordEvent(tx, { type: 'rubric.restored', subjectId: found.id, details: {} })
  })
