/**
 * Closes the account of somebody who leaves, and hands over what they have in hand, in one transaction. Their actions go
 * to whoever is chosen; their audits are left for the QA leads, who alone allocate (docs/decisions/0018); safety notices
 * that wait for them go to the next of the line (docs/decisions/0016). Cover for them and by them ends.
 */
import { handOverActions } from '../actions/hand-over-actions.ts'
import { endCoversOf } from '../cover/end-covers-of.ts'
import { type Context, inTransaction } from '../db/transaction.ts'
import { FieldFault } from '../errors.ts'
import { recordEvent } from '../events/record-event.ts'
import { notify } from '../notices/notify.ts'
import { deactivatePerson } from '../people/deactivate-person.ts'
import { passOnNotices } from '../safety/pass-on-notices.ts'
import { countAuditsByRound, countOpenWork, listQaLeads } from './open-work-store.ts'

export interface CloseAccountInput {
  readonly personId: string
  /** Who takes over the open actions; null leaves them in the leaver's name. */
  readonly actionsTo: string | null
  /** That leaving them was chosen, and not merely forgotten. */
  readonly leaveActions: boolean
}

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`

/**
 * @returns what was handed over and what waits to be allocated
 * @throws FieldFault `actionsTo` when there are open actions and nobody was chosen, `roles` for the last administrator
 */
export const closeAccount = (
  ctx: Context,
  input: CloseAccountInput
): Promise<{ readonly actions: number; readonly auditsToAllocate: number }> =>
  inTransaction(ctx, async (tx) => {
    const { personId, actionsTo } = input
    // First, so that nothing new can be given to them while the rest is counted.
    await deactivatePerson(tx, { personId })
    const work = await countOpenWork(tx.db, personId)
    if (work.actions > 0 && actionsTo === null && !input.leaveActions) {
      throw new FieldFault(
        'actionsTo',
        'Choose who takes over the open actions, or that they stay as they are'
      )
    }
    const actions =
      work.actions > 0 && actionsTo !== null
        ? await handOverActions(tx, { fromId: personId, toId: actionsTo })
        : 0
    await passOnNotices(tx, { personId })
    await endCoversOf(tx, { personId, hasLeft: true })
    const rounds = await countAuditsByRound(tx.db, personId)
    const auditsToAllocate = rounds.reduce((sum, { audits }) => sum + audits, 0)
    if (actions > 0 && actionsTo !== null) {
      await notify(tx, {
        to: [actionsTo],
        kind: 'actions_handed_over',
        about: { kind: 'person', id: personId },
        reference: counted(actions, 'action'),
      })
    }
    const qaLeads = rounds.length > 0 ? await listQaLeads(tx.db) : []
    for (const { roundId, roundName, audits } of rounds) {
      await notify(tx, {
        to: qaLeads,
        kind: 'auditor_left',
        about: { kind: 'round', id: roundId },
        reference: `${counted(audits, 'audit')} in ${roundName}`,
      })
    }
    if (actions + auditsToAllocate > 0) {
      recordEvent(tx, {
        type: 'person.work_handed_over',
        subjectId: personId,
        details: { toId: actionsTo, actions, auditsToAllocate },
      })
    }
    return { actions, auditsToAllocate }
  })
