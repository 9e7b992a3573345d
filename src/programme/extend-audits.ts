/** Gives audits more time, each with its old date kept. A day after the round's own due date is fine. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { FieldFault } from '../errors.ts'
import { hashOf } from '../events/event-hash.ts'
import { recordEvent } from '../events/record-event.ts'
import { londonDate } from '../people/rules/london-date.ts'
import { findRound } from '../rounds/store.ts'
import { actorIdOf } from './actor-id.ts'
import { reasonOf } from './reason-of.ts'
import { newDueDateFault } from './rules/new-due-date.ts'
import { insertDueDateChanges, setDueOn } from './store.ts'
import { type Chosen, takeChosen } from './take-chosen.ts'
import { tellAuditors } from './tell-auditors.ts'

/**
 * @param input `dueOn` a London date
 * @throws FieldFault `dueOn` or `reason`; Conflict, WrongState, FieldFault `audits` as {@link takeChosen}
 */
export const extendAudits = (
  ctx: Context,
  input: {
    readonly roundId: string
    readonly chosen: readonly Chosen[]
    readonly dueOn: string
    readonly reason: string
  }
): Promise<number> =>
  inTransaction(ctx, async (tx) => {
    const round = await findRound(tx.db, input.roundId)
    const fault = newDueDateFault(input.dueOn, {
      todayOn: londonDate(tx.now),
      openedOn: round?.openedAt ? londonDate(round.openedAt) : null,
      windowFrom: round?.windowFrom ?? null,
    })
    if (fault) throw new FieldFault('dueOn', fault)
    const reason = reasonOf(input.reason, 'Say why they are given another date')
    const rows = (await takeChosen(tx, input, 'extend')).filter(
      ({ dueOn }) => dueOn !== input.dueOn
    )
    await setDueOn(
      tx.db,
      rows.map(({ id }) => id),
      input.dueOn
    )
    await insertDueDateChanges(
      tx.db,
      rows.map((row) => ({
        id: tx.ids(),
        round_id: input.roundId,
        audit_id: row.id,
        due_before: row.dueOn,
        due_after: input.dueOn,
        reason,
        changed_at: tx.now,
        changed_by: actorIdOf(tx),
      }))
    )
    await tellAuditors(tx, {
      roundId: input.roundId,
      kind: 'audit_extended',
      rows: rows.map((row) => ({ ...row, dueOn: input.dueOn })),
    })
    for (const row of rows) {
      recordEvent(tx, {
        type: 'audit.extended',
        subjectId: row.id,
        details: {
          roundId: input.roundId,
          before: row.dueOn,
          after: input.dueOn,
          reasonHash: hashOf(reason),
        },
      })
    }
    return rows.length
  })
