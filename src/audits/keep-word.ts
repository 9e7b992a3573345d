/** Says that a word which was asked about is nobody's name, so that it is not asked again in this audit. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { recordEvent } from '../events/record-event.ts'
import { insertKeptWord } from './kept-word-store.ts'
import { openWork } from './open-work.ts'
import { wordHash } from './word-hash.ts'

export interface KeepWordInput {
  readonly auditId: string
  readonly word: string
}

/** Saying it again changes nothing. @throws NotFound, NotTheirs and WrongState as openWork */
export const keepWord = (ctx: Context, input: KeepWordInput): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    const { audit } = await openWork(tx, input.auditId, 'save')
    const hash = wordHash(audit.id, input.word)
    const by = audit.auditorId ?? ''
    if (!(await insertKeptWord(tx.db, { auditId: audit.id, hash, now: tx.now, by }))) return
    recordEvent(tx, {
      type: 'audit.word_kept',
      subjectId: audit.id,
      details: { wordHash: hash },
    })
  })
