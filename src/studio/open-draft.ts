/** A draft held for change, and who is changing it; what every verb of the studio begins with. */
import type { TransactionContext } from '../db/transaction.ts'
import { NotFound, WrongState } from '../errors.ts'
import { type Draft, lockDraft } from './store.ts'

const ended = {
  published: 'This draft has been published. Start a new one from the version that it became.',
  discarded: 'This draft has been discarded.',
}

/**
 * @throws NotFound when there is no such draft
 * @throws WrongState when it is published or discarded
 */
export const openDraft = async (tx: TransactionContext, draftId: string): Promise<Draft> => {
  const draft = await lockDraft(tx.db, draftId)
  if (!draft) throw new NotFound('No such draft')
  if (draft.state !== 'open') throw new WrongState(ended[draft.state])
  return draft
}
