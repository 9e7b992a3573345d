/** Closes a round of the demonstration, with a reason for each audit that was not done. */
import type { Context } from '../db/transaction.ts'
import { closeWithReasons } from '../programme/close-with-reasons.ts'
import type { NotDoneReason } from '../programme/rules/not-done-reason.ts'
import { listUndone } from '../programme/store.ts'
import { newChance } from './rules/chance.ts'

const reasons: readonly { reason: NotDoneReason; words: string }[] = [
  { reason: 'sickness', words: '' },
  { reason: 'workload', words: 'Two court hearings were listed in the week of the audit.' },
  { reason: 'leave', words: '' },
  { reason: 'case_moved', words: 'The family moved to another council before it was started.' },
]

/** @param ctx with a QA lead as actor */
export const closeIt = async (ctx: Context, roundId: string): Promise<void> => {
  const chance = newChance(`closing ${roundId}`)
  const undone = await listUndone(ctx.db, roundId)
  await closeWithReasons(ctx, {
    roundId,
    notDone: undone.map(({ id }) => ({
      auditId: id,
      ...(reasons[chance.between(0, reasons.length - 1)] ?? { reason: 'sickness', words: '' }),
    })),
  })
}
