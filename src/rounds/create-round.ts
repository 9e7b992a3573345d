/** Creates a round as a draft: nobody has anything to do until it is opened. */
import { toKey } from '../db/columns.ts'
import { type Context, inTransaction } from '../db/transaction.ts'
import { recordEvent } from '../events/record-event.ts'
import { checkRound, type RoundInput } from './check-round.ts'
import { nameTaken } from './name-taken.ts'
import { insertRound, replaceRoundRubrics } from './store.ts'

/**
 * @returns the new round's id
 * @throws FieldFault for the first of the fields that is wrong; `name` when another round has it
 */
export const createRound = (ctx: Context, input: RoundInput): Promise<string> =>
  inTransaction(ctx, async (tx) => {
    const rubrics = await checkRound(tx, input)
    const id = tx.ids()
    const isNew = await insertRound(tx.db, {
      ...input,
      id,
      name: input.name.trim(),
      nameKey: toKey(input.name),
      now: tx.now,
      createdBy: tx.actor.kind === 'user' ? tx.actor.id : null,
    })
    // Somebody else may have taken the name since it was looked for.
    if (!isNew) throw nameTaken(input.name.trim())
    await replaceRoundRubrics(tx.db, id, input.rubricVersionIds)
    recordEvent(tx, {
      type: 'round.created',
      subjectId: id,
      details: { roundKind: input.kind, rubrics },
    })
    return id
  })
