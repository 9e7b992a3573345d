/** Changes an account, and ends the covers that its new roles no longer allow, in one transaction. */
import { endCoversOf } from '../cover/end-covers-of.ts'
import { type Context, inTransaction } from '../db/transaction.ts'
import { type ChangePersonInput, changePerson } from '../people/change-person.ts'

/**
 * @returns the fields that were changed
 * @throws as changePerson
 */
export const changeAccount = (
  ctx: Context,
  input: ChangePersonInput
): Promise<{ readonly fields: readonly string[] }> =>
  inTransaction(ctx, async (tx) => {
    const changed = await changePerson(tx, input)
    if (changed.fields.includes('roles')) {
      await endCoversOf(tx, { personId: input.personId, hasLeft: false })
    }
    return changed
  })
