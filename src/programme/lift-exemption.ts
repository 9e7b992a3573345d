/** Lifts an exemption: the person can be given audits of the round again. What was given away stays where it is. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { NotFound } from '../errors.ts'
import { recordEvent } from '../events/record-event.ts'
import { actorIdOf } from './actor-id.ts'
import { liftExemptionRow } from './exemption-store.ts'

/** @throws NotFound when there is none in the round, or it is lifted already */
export const liftExemption = (
  ctx: Context,
  input: { readonly roundId: string; readonly exemptionId: string }
): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    const personId = await liftExemptionRow(tx.db, {
      id: input.exemptionId,
      roundId: input.roundId,
      now: tx.now,
      by: actorIdOf(tx),
    })
    if (personId === undefined) throw new NotFound('No such exemption')
    recordEvent(tx, {
      type: 'round.exemption_lifted',
      subjectId: input.roundId,
      details: { exemptionId: input.exemptionId, personId },
    })
  })
