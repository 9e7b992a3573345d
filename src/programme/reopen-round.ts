/** Opens a closed round again, with a reason. What was not done comes back as it was; what was carried over stays away. */
import type { AuditState } from '../db/audit-tables.ts'
import { type Context, inTransaction } from '../db/transaction.ts'
import { NotFound, WrongState } from '../errors.ts'
import { hashOf } from '../events/event-hash.ts'
import { recordEvent } from '../events/record-event.ts'
import { lockRound, setRoundState } from '../rounds/store.ts'
import { actorIdOf } from './actor-id.ts'
import { reasonOf } from './reason-of.ts'
import { listNotDoneEndings, restoreAudits, undoEndings } from './store.ts'

/**
 * @returns how many audits are to be done again
 * @throws WrongState when the round is not closed, or was imported; FieldFault `reason`
 */
export const reopenRound = (
  ctx: Context,
  input: { readonly roundId: string; readonly reason: string }
): Promise<number> =>
  inTransaction(ctx, async (tx) => {
    const round = await lockRound(tx.db, input.roundId)
    if (!round) throw new NotFound('No such round')
    if (round.origin === 'import') throw new WrongState('This round was imported. It stays closed.')
    if (round.state !== 'closed') throw new WrongState(`This round is ${round.state}, not closed.`)
    const reason = reasonOf(input.reason, 'Say why the round is opened again')
    const endings = await listNotDoneEndings(tx.db, round.id)
    for (const [state, of] of Map.groupBy(endings, ({ stateBefore }) => stateBefore)) {
      await restoreAudits(
        tx.db,
        of.map(({ auditId }) => auditId),
        state as AuditState
      )
    }
    await undoEndings(
      tx.db,
      endings.map(({ id }) => id),
      { now: tx.now, by: actorIdOf(tx) }
    )
    await setRoundState(tx.db, round.id, { state: 'open', closed_at: null, closed_by: null })
    recordEvent(tx, {
      type: 'round.reopened',
      subjectId: round.id,
      details: { audits: endings.length, reasonHash: hashOf(reason) },
    })
    return endings.length
  })
