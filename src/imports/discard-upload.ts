/** Throws away an uploaded file that nobody wants to confirm. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { NotFound, WrongState } from '../errors.ts'
import { recordEvent } from '../events/record-event.ts'
import { deleteUpload, findUpload, type UploadPurpose } from './upload-store.ts'

/**
 * @throws NotFound when there is none of that purpose
 * @throws WrongState when somebody has confirmed it and it is being brought in
 */
export const discardUpload = (
  ctx: Context,
  input: { readonly id: string; readonly purpose: UploadPurpose }
): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    const upload = await findUpload(tx.db, input.id, input.purpose)
    if (!upload) throw new NotFound('No such upload')
    if (upload.state === 'working') {
      throw new WrongState('Somebody has confirmed this file and it is being brought in.')
    }
    await deleteUpload(tx.db, input.id)
    recordEvent(tx, {
      type: 'upload.discarded',
      subjectId: input.id,
      details: { purpose: input.purpose },
    })
  })
