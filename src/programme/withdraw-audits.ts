/** Takes audits that were never submitted out of their round, with a reason. What was typed in them is kept. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { hashOf } from '../events/event-hash.ts'
import { recordEvent } from '../events/record-event.ts'
import { actorIdOf } from './actor-id.ts'
import { reasonOf } from './reason-of.ts'
import { insertEndings, setAuditState } from './store.ts'
import { type Chosen, takeChosen } from './take-chosen.ts'
import { tellAuditors } from './tell-auditors.ts'

/** @throws Conflict, WrongState, FieldFault `audits` as {@link takeChosen}; FieldFault `reason` */
export const withdrawAudits = (
  ctx: Context,
  input: { readonly roundId: string; readonly chosen: readonly Chosen[]; readonly reason: string }
): Promise<number> =>
  inTransaction(ctx, async (tx) => {
    const reason = reasonOf(input.reason, 'Say why these audits are withdrawn')
    const rows = await takeChosen(tx, input, 'withdraw')
    await setAuditState(
      tx.db,
      rows.map(({ id }) => id),
      'withdrawn'
    )
    await insertEndings(
      tx.db,
      rows.map((row) => ({
        id: tx.ids(),
        audit_id: row.id,
        round_id: input.roundId,
        kind: 'withdrawn' as const,
        reason: '',
        words: reason,
        state_before: row.state,
        ended_at: tx.now,
        ended_by: actorIdOf(tx),
      }))
    )
    await tellAuditors(tx, {
      roundId: input.roundId,
      kind: 'audit_withdrawn',
      rows: rows.map((row) => ({ ...row, dueOn: null })),
    })
    for (const row of rows) {
      recordEvent(tx, {
        type: 'audit.withdrawn',
        subjectId: row.id,
        details: { roundId: input.roundId, reasonHash: hashOf(reason) },
      })
    }
    return rows.length
  })
