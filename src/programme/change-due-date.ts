/** Moves the due date of an open round. Audits that stood on the old date move with it; those with their own keep it. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { Conflict, FieldFault, NotFound, WrongState } from '../errors.ts'
import { recordEvent } from '../events/record-event.ts'
import { londonDate } from '../people/rules/london-date.ts'
import { lockRound, type Round } from '../rounds/store.ts'
import { actorIdOf } from './actor-id.ts'
import { reasonOf } from './reason-of.ts'
import { newDueDateFault } from './rules/new-due-date.ts'
import { insertDueDateChanges, listUndone, setDueOn, setRoundDueOn } from './store.ts'
import { tellAuditors } from './tell-auditors.ts'

/**
 * @param input `dueOn` a London date; `seenDueOn` the date that the form showed, `''` for none
 * @returns how many audits moved with the round
 * @throws FieldFault `dueOn` or `reason`; WrongState unless the round is open
 * @throws Conflict when somebody else moved it since the form was shown; `current` is the {@link Round}
 */
export const changeDueDate = (
  ctx: Context,
  input: {
    readonly roundId: string
    readonly dueOn: string
    readonly reason: string
    readonly seenDueOn: string
  }
): Promise<number> =>
  inTransaction(ctx, async (tx) => {
    const round = await lockRound(tx.db, input.roundId)
    if (!round) throw new NotFound('No such round')
    if (round.state !== 'open') throw new WrongState(`This round is ${round.state}, not open.`)
    const fault = newDueDateFault(input.dueOn, {
      todayOn: londonDate(tx.now),
      openedOn: round.openedAt === null ? null : londonDate(round.openedAt),
      windowFrom: round.windowFrom,
    })
    if (fault) throw new FieldFault('dueOn', fault)
    if (input.dueOn === round.dueOn) {
      throw new FieldFault('dueOn', 'This is the due date already. Enter another day')
    }
    if ((round.dueOn ?? '') !== input.seenDueOn) {
      throw new Conflict<Round>(
        'Somebody else moved the due date after you opened this page.',
        round
      )
    }
    const reason = reasonOf(input.reason, 'Say why the due date is moved')
    const moved = (await listUndone(tx.db, round.id)).filter(({ dueOn }) => dueOn === round.dueOn)
    const change = {
      round_id: round.id,
      due_before: round.dueOn,
      due_after: input.dueOn,
      reason,
      changed_at: tx.now,
      changed_by: actorIdOf(tx),
    }
    await setRoundDueOn(tx.db, round.id, input.dueOn)
    await setDueOn(
      tx.db,
      moved.map(({ id }) => id),
      input.dueOn
    )
    await insertDueDateChanges(tx.db, [
      { ...change, id: tx.ids(), audit_id: null },
      ...moved.map(({ id }) => ({ ...change, id: tx.ids(), audit_id: id })),
    ])
    await tellAuditors(tx, {
      roundId: round.id,
      kind: 'audit_extended',
      rows: moved.map((audit) => ({ ...audit, dueOn: input.dueOn })),
    })
    recordEvent(tx, {
      type: 'round.extended',
      subjectId: round.id,
      details: { before: round.dueOn, after: input.dueOn, audits: moved.length },
    })
    return moved.length
  })
