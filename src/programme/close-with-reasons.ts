/** Closes a round with why each audit that is not submitted was not done. A reopened one counts as it was last submitted. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { NotFound } from '../errors.ts'
import { hashOf } from '../events/event-hash.ts'
import { recordEvent } from '../events/record-event.ts'
import { closeRound } from '../rounds/close-round.ts'
import { lockRound } from '../rounds/store.ts'
import { actorIdOf } from './actor-id.ts'
import { type NotDoneReason, notDoneFault } from './rules/not-done-reason.ts'
import { insertEndings, listUndone } from './store.ts'
import { tellAuditors } from './tell-auditors.ts'

export interface NotDone {
  readonly auditId: string
  readonly reason: NotDoneReason | undefined
  readonly words: string
}

export type Closing =
  | { readonly ok: true; readonly submitted: number; readonly notDone: number }
  | { readonly ok: false; readonly faults: readonly { auditId: string; message: string }[] }

/**
 * @param input reasons of audits that were submitted in the meantime are not needed any more
 * @returns `ok: false` with the audits that have no reason yet, and nothing written
 * @throws WrongState when the round is not open
 */
export const closeWithReasons = (
  ctx: Context,
  input: { readonly roundId: string; readonly notDone: readonly NotDone[] }
): Promise<Closing> =>
  inTransaction(ctx, async (tx): Promise<Closing> => {
    const round = await lockRound(tx.db, input.roundId)
    if (!round) throw new NotFound('No such round')
    const undone =
      round.state === 'open'
        ? (await listUndone(tx.db, round.id)).filter(({ state }) => state !== 'reopened')
        : []
    const judged = undone.map((audit) => {
      const given = input.notDone.find(({ auditId }) => auditId === audit.id)
      const [reason, words] = [given?.reason, given?.words.trim() ?? '']
      return { audit, reason: reason ?? 'other', words, fault: notDoneFault(reason, words) }
    })
    const faults = judged.flatMap(({ audit, fault }) =>
      fault === undefined ? [] : [{ auditId: audit.id, message: fault }]
    )
    if (faults.length > 0) return { ok: false, faults }
    // First, since the endings are of audits that it withdraws; the round is locked, so both see the same.
    const counts = await closeRound(tx, { roundId: round.id })
    await insertEndings(
      tx.db,
      judged.map(({ audit, reason, words }) => ({
        id: tx.ids(),
        audit_id: audit.id,
        round_id: round.id,
        kind: 'not_done' as const,
        reason,
        words,
        state_before: audit.state,
        ended_at: tx.now,
        ended_by: actorIdOf(tx),
      }))
    )
    for (const { audit, reason, words } of judged) {
      recordEvent(tx, {
        type: 'audit.not_done',
        subjectId: audit.id,
        details: { roundId: round.id, reason, reasonHash: hashOf(words) },
      })
    }
    await tellAuditors(tx, {
      roundId: round.id,
      kind: 'audit_withdrawn',
      rows: judged.map(({ audit }) => ({ ...audit, dueOn: null })),
    })
    return { ok: true, ...counts }
  })
