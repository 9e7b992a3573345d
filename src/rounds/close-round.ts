/** Closes a round. Audits that were not submitted are withdrawn; what was typed in them is kept. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { NotFound, WrongState } from '../errors.ts'
import { recordEvent } from '../events/record-event.ts'
import { listRoundAudits, withdrawAudits } from './audit-store.ts'
import { lockRound, setRoundState } from './store.ts'

/**
 * A reopened audit counts as it was last submitted (contracts.md §1), and so is not withdrawn.
 * @returns how many were submitted and how many were withdrawn
 * @throws WrongState when the round is not open
 */
export const closeRound = (
  ctx: Context,
  input: { readonly roundId: string }
): Promise<{ readonly submitted: number; readonly notDone: number }> =>
  inTransaction(ctx, async (tx) => {
    const round = await lockRound(tx.db, input.roundId)
    if (!round) throw new NotFound('No such round')
    if (round.state === 'closed') throw new WrongState('This round is already closed.')
    if (round.state === 'draft') throw new WrongState('This round has not been opened yet.')
    const audits = await listRoundAudits(tx.db, round.id)
    const notDone = audits.filter(({ state }) => state !== 'submitted' && state !== 'reopened')
    const withdrawn = await withdrawAudits(
      tx.db,
      notDone.map((audit) => audit.id)
    )
    await setRoundState(tx.db, round.id, {
      state: 'closed',
      closed_at: tx.now,
      closed_by: tx.actor.kind === 'user' ? tx.actor.id : null,
    })
    const counts = { submitted: audits.length - withdrawn, notDone: withdrawn }
    recordEvent(tx, { type: 'round.closed', subjectId: round.id, details: counts })
    return counts
  })
