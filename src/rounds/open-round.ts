/** Opens a round: its allocated audits become their auditors' to do. The rest stay to be allocated later. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { NotFound, WrongState } from '../errors.ts'
import { recordEvent } from '../events/record-event.ts'
import { findAuditor, listRoundAudits } from './audit-store.ts'
import { startAudits } from './start-audits.ts'
import { listRoundRubrics, lockRound, setRoundState } from './store.ts'
import { tellAuditor } from './tell-auditor.ts'

/**
 * @returns how many audits are allocated and how many are not yet
 * @throws WrongState when it is not a draft, has no rubric or no allocated audit, or an auditor's account is closed
 */
export const openRound = (
  ctx: Context,
  input: { readonly roundId: string }
): Promise<{ readonly allocated: number; readonly toAllocate: number }> =>
  inTransaction(ctx, async (tx) => {
    const round = await lockRound(tx.db, input.roundId)
    if (!round) throw new NotFound('No such round')
    if (round.state !== 'draft') throw new WrongState(`This round is already ${round.state}.`)
    if ((await listRoundRubrics(tx.db, round.id)).length === 0) {
      throw new WrongState('This round has no rubric. Choose at least one, then open it.')
    }
    const audits = await listRoundAudits(tx.db, round.id)
    const auditorIds = [...new Set(audits.flatMap((audit) => audit.auditorId ?? []))]
    if (auditorIds.length === 0) {
      throw new WrongState(
        'No audit in this round is allocated. Allocate at least one, then open it.'
      )
    }
    for (const id of auditorIds) {
      const auditor = await findAuditor(tx.db, id)
      if (auditor?.isActive !== 1) {
        throw new WrongState(
          `The account of ${auditor?.name} is closed. Allocate their audits to somebody else, then open the round.`
        )
      }
    }
    await startAudits(tx, round.id, audits)
    // Read again: on PostgreSQL somebody may have allocated one while this round was being opened.
    for (const audit of await listRoundAudits(tx.db, round.id)) await tellAuditor(tx, audit)
    await setRoundState(tx.db, round.id, { state: 'open', opened_at: tx.now })
    recordEvent(tx, {
      type: 'round.opened',
      subjectId: round.id,
      details: { audits: audits.length },
    })
    const allocated = audits.filter((audit) => audit.auditorId !== null).length
    return { allocated, toAllocate: audits.length - allocated }
  })
