/**
 * Voids audits of the wrong case: their records stay, to be read by QA leads, and never count. Judgements leave every
 * figure in the same transaction, and open actions leave their owners' work. A safety notice stays: the child is real.
 */
import { dropActions } from '../actions/drop-actions.ts'
import { type Context, inTransaction } from '../db/transaction.ts'
import { hashOf } from '../events/event-hash.ts'
import { recordEvent } from '../events/record-event.ts'
import { replaceJudgements } from '../grading/replace-judgements.ts'
import { notify } from '../notices/notify.ts'
import { actorIdOf } from './actor-id.ts'
import { reasonOf } from './reason-of.ts'
import { countJudgements, findJudgedAudit, insertEndings, setAuditState } from './store.ts'
import { type Chosen, takeChosen } from './take-chosen.ts'

/** @throws Conflict, WrongState, FieldFault `audits` as {@link takeChosen}; FieldFault `reason` */
export const voidAudits = (
  ctx: Context,
  input: { readonly roundId: string; readonly chosen: readonly Chosen[]; readonly reason: string }
): Promise<number> =>
  inTransaction(ctx, async (tx) => {
    const reason = reasonOf(input.reason, 'Say why these audits are voided')
    const rows = await takeChosen(tx, input, 'void')
    for (const row of rows) {
      const judgements = await countJudgements(tx.db, row.id)
      await replaceJudgements(tx, await findJudgedAudit(tx.db, row.id), [])
      const dropped = await dropActions(tx, { auditId: row.id })
      await notify(tx, {
        to: [...(row.auditorId === null ? [] : [row.auditorId]), ...dropped.ownerIds],
        kind: 'audit_voided',
        about: { kind: 'audit', id: row.id },
        reference: row.caseReference ?? row.reference,
      })
      recordEvent(tx, {
        type: 'audit.voided',
        subjectId: row.id,
        details: {
          roundId: input.roundId,
          from: row.state,
          judgements,
          actions: dropped.count,
          reasonHash: hashOf(reason),
        },
      })
    }
    await setAuditState(
      tx.db,
      rows.map(({ id }) => id),
      'voided'
    )
    await insertEndings(
      tx.db,
      rows.map((row) => ({
        id: tx.ids(),
        audit_id: row.id,
        round_id: input.roundId,
        kind: 'voided' as const,
        reason: '',
        words: reason,
        state_before: row.state,
        ended_at: tx.now,
        ended_by: actorIdOf(tx),
      }))
    )
    return rows.length
  })
