/** Opens a closed account again, with the roles and team it had. A password that was set before works again. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { NotFound, WrongState } from '../errors.ts'
import { recordEvent } from '../events/record-event.ts'
import { lockPersonAccount, setLeft } from './account-store.ts'

/** @throws WrongState when the account is open */
export const reactivatePerson = (
  ctx: Context,
  input: { readonly personId: string }
): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    const person = await lockPersonAccount(tx.db, input.personId)
    if (!person) throw new NotFound('No such person')
    if (person.isActive === 1) throw new WrongState('This account is open already.')
    await setLeft(tx.db, person.id, null)
    recordEvent(tx, { type: 'person.reactivated', subjectId: person.id, details: {} })
  })
