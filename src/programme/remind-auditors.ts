/** Reminds auditors, in the product, of audits that they still have to do; not twice on one day unless it is meant. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { FieldFault } from '../errors.ts'
import { recordEvent } from '../events/record-event.ts'
import { londonDate } from '../people/rules/london-date.ts'
import { actorIdOf } from './actor-id.ts'
import { insertReminders } from './store.ts'
import { type Chosen, takeChosen } from './take-chosen.ts'
import { tellAuditors } from './tell-auditors.ts'

/**
 * @throws FieldFault `again` when somebody was reminded of one of them today already and `again` is not set
 * @throws Conflict, WrongState, FieldFault `audits` as {@link takeChosen}
 */
export const remindAuditors = (
  ctx: Context,
  input: { readonly roundId: string; readonly chosen: readonly Chosen[]; readonly again: boolean }
): Promise<number> =>
  inTransaction(ctx, async (tx) => {
    const todayOn = londonDate(tx.now)
    const rows = await takeChosen(tx, input, 'remind')
    const today = rows.filter(
      ({ remindedAt }) => remindedAt !== null && londonDate(remindedAt) === todayOn
    )
    if (today.length > 0 && !input.again) {
      throw new FieldFault(
        'again',
        `Auditors were reminded of ${today.length === 1 ? '1 of these audits' : `${today.length} of these audits`} today already. Tick the box to remind them again`
      )
    }
    const reminders = rows.flatMap((row) =>
      row.auditorId === null
        ? []
        : [
            {
              id: tx.ids(),
              round_id: input.roundId,
              audit_id: row.id,
              person_id: row.auditorId,
              reminded_on: todayOn,
              reminded_at: tx.now,
              reminded_by: actorIdOf(tx),
            },
          ]
    )
    await insertReminders(tx.db, reminders)
    await tellAuditors(tx, { roundId: input.roundId, kind: 'reminder', rows })
    recordEvent(tx, {
      type: 'round.reminded',
      subjectId: input.roundId,
      details: {
        auditIds: rows.map(({ id }) => id),
        people: new Set(reminders.map(({ person_id }) => person_id)).size,
      },
    })
    return rows.length
  })
