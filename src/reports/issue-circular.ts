/** Publishes a learning circular: its words and the rubric's stay as they are from then on. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { Conflict, FaultyInput } from '../errors.ts'
import { textHash } from '../events/event-hash.ts'
import { recordEvent } from '../events/record-event.ts'
import { changedNow } from './changed-now.ts'
import { issueRow, type StoredCircular } from './circular-store.ts'
import { loadCircular } from './load-circular.ts'
import { openCircular } from './open-circular.ts'
import { changerWords } from './rules/changer-words.ts'
import { looksNow } from './rules/circular.ts'

/**
 * @throws NotFound, WrongState as openCircular; Conflict when it was changed after the page was opened; FaultyInput for
 *   what may not stand in it
 */
export const issueCircular = (
  ctx: Context,
  input: { readonly circularId: string; readonly revision: number }
): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    const circular = await openCircular(tx, input.circularId)
    if (circular.revision !== input.revision) {
      throw new Conflict<StoredCircular>(
        `${changerWords(changedNow(tx).by, { id: circular.changedById, name: circular.changedBy })} changed this circular after you opened the page. Look at it again, then publish it.`,
        circular
      )
    }
    const { now, check } = await loadCircular(tx.db, circular)
    if (check.refused.length > 0) throw new FaultyInput(check.refused)
    const issued = looksNow(circular.theme, circular.content, now)
    const content = JSON.stringify({ ...circular.content, issued })
    await issueRow(tx.db, circular.id, content, changedNow(tx))
    recordEvent(tx, {
      type: 'circular.issued',
      subjectId: circular.id,
      details: { hash: textHash(content) },
    })
  })
