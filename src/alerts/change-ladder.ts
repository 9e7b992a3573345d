/**
 * An administrator gives disputes other stages. The ladder before is kept, and alerts that are on it stay on it; those
 * that enter from now on take the new one.
 */
import { type Context, inTransaction } from '../db/transaction.ts'
import { Conflict } from '../errors.ts'
import { recordEvent } from '../events/record-event.ts'
import { findNewestLadder, insertLadder, type Ladder } from './list-store.ts'
import { sameStages } from './rules/stage-form.ts'
import type { Stage } from './rules/standard-lists.ts'

export interface ChangeLadderInput {
  /** As rules/stage-form.ts reads them. */
  readonly stages: readonly Stage[]
  /** Of the ladder that the page was made with; 0 where there was none. */
  readonly number: number
}

/**
 * @returns false when the stages are as they were
 * @throws Conflict when somebody else changed them; `current` is the {@link Ladder}, or undefined
 */
export const changeLadder = (ctx: Context, input: ChangeLadderInput): Promise<boolean> =>
  inTransaction(ctx, async (tx) => {
    const current = await findNewestLadder(tx.db)
    const changed = () =>
      new Conflict<Ladder | undefined>(
        'Somebody else changed the stages after you opened the page.',
        current
      )
    if ((current?.number ?? 0) !== input.number) throw changed()
    if (current && sameStages(current.stages, input.stages)) return false
    const number = input.number + 1
    const by = tx.actor.kind === 'user' ? tx.actor.id : null
    const ladder = { id: tx.ids(), number, stages: input.stages }
    if (!(await insertLadder(tx.db, { ...ladder, now: tx.now, by }))) throw changed()
    recordEvent(tx, {
      type: 'council.ladder_changed',
      subjectId: 'council',
      details: { number, stages: input.stages.length },
    })
    return true
  })
