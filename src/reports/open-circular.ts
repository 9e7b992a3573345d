/** The draft of a learning circular held for change; what every verb that changes one begins with. */
import type { TransactionContext } from '../db/transaction.ts'
import { NotFound, WrongState } from '../errors.ts'
import { lockCircular, type StoredCircular } from './circular-store.ts'

export const notDraftCircular: Readonly<Record<StoredCircular['state'], string | undefined>> = {
  draft: undefined,
  issued: 'This circular is published and stays as it is. Withdraw it, and start another.',
  withdrawn: 'This circular was withdrawn. Start another.',
  discarded: 'This draft was discarded. Start another.',
}

/**
 * @throws NotFound when there is no such circular
 * @throws WrongState when it is no draft any more
 */
export const openCircular = async (
  tx: TransactionContext,
  circularId: string
): Promise<StoredCircular> => {
  const circular = await lockCircular(tx.db, circularId)
  if (!circular) throw new NotFound('No such circular')
  const refusal = notDraftCircular[circular.state]
  if (refusal !== undefined) throw new WrongState(refusal)
  return circular
}
