/** Saves the words of a learning circular and of which items it says what good looks like. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { hashOf } from '../events/event-hash.ts'
import { recordEvent } from '../events/record-event.ts'
import { changedNow } from './changed-now.ts'
import { findCircular, type StoredCircular, updateCircular } from './circular-store.ts'
import { openCircular } from './open-circular.ts'
import type { CircularWords } from './rules/circular.ts'

export type CircularOutcome = {
  readonly kind: 'saved' | 'conflict'
  /** As it is stored now. */
  readonly circular: StoredCircular
}

/** @throws NotFound, WrongState as openCircular */
export const saveCircular = (
  ctx: Context,
  input: {
    readonly circularId: string
    readonly words: CircularWords
    readonly looks: readonly string[]
    readonly revision: number
  }
): Promise<CircularOutcome> =>
  inTransaction(ctx, async (tx) => {
    const circular = await openCircular(tx, input.circularId)
    const { words, looks } = input
    const content = { ...circular.content, words, looks }
    const before = circular.content
    if (hashOf([before.words, before.looks]) === hashOf([words, looks])) {
      return { kind: 'saved', circular }
    }
    if (circular.revision !== input.revision) return { kind: 'conflict', circular }
    await updateCircular(tx.db, circular, { content, supersededId: tx.ids() }, changedNow(tx))
    recordEvent(tx, {
      type: 'circular.saved',
      subjectId: circular.id,
      details: {
        revision: circular.revision + 1,
        findings: [...content.findings],
        hash: hashOf([words, looks]),
      },
    })
    return { kind: 'saved', circular: (await findCircular(tx.db, circular.id)) ?? circular }
  })
