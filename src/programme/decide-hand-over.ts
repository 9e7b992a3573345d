/** A QA lead agrees or declines that an audit is handed over. Agreed, it goes over with everything written in it. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { FieldFault, NotFound, WrongState } from '../errors.ts'
import { recordEvent } from '../events/record-event.ts'
import { notify } from '../notices/notify.ts'
import { allocateAudit } from '../rounds/allocate-audit.ts'
import { actorIdOf } from './actor-id.ts'
import { lockHandOver, settleHandOver } from './hand-over-store.ts'

const settled: Record<string, string> = {
  agreed: 'Another QA lead has agreed to this hand-over already. The audit is handed over.',
  declined: 'Another QA lead has declined this hand-over already. Nothing was changed.',
  taken_back: 'This hand-over is not asked for any more. Nothing was changed.',
}

/**
 * @throws WrongState when it is decided already, or the audit was submitted or went to somebody else since
 * @throws FieldFault `words` when it is declined without why; `ownTeamReason` when the case is too near to the receiver
 */
export const decideHandOver = (
  ctx: Context,
  input: {
    readonly handOverId: string
    readonly decision: 'agreed' | 'declined'
    readonly words: string
    readonly ownTeamReason: string
  }
): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    const asked = await lockHandOver(tx.db, input.handOverId)
    if (!asked) throw new NotFound('No such hand-over')
    if (asked.state !== 'asked') throw new WrongState(settled[asked.state] ?? '')
    const words = input.words.trim()
    if (input.decision === 'declined' && words === '') {
      throw new FieldFault('words', 'Say why you decline, for the auditor to read')
    }
    if (input.decision === 'agreed') {
      if (asked.auditorId !== asked.fromId) {
        throw new WrongState('This audit is with somebody else by now. Nothing was changed.')
      }
      try {
        await allocateAudit(tx, {
          auditId: asked.auditId,
          auditorId: asked.toId,
          seenAuditorId: asked.fromId,
          ownTeamReason: input.ownTeamReason,
          isToldByCaller: true,
        })
      } catch (error) {
        if (error instanceof FieldFault && error.field === 'reason') {
          throw new FieldFault('ownTeamReason', error.message)
        }
        throw error
      }
    }
    await settleHandOver(tx.db, asked.id, {
      state: input.decision,
      decidedAt: tx.now,
      decidedBy: actorIdOf(tx),
      words,
    })
    recordEvent(tx, {
      type: 'audit.hand_over_decided',
      subjectId: asked.auditId,
      details: { handOverId: asked.id, decision: input.decision },
    })
    const told = {
      about: { kind: 'audit' as const, id: asked.auditId },
      reference: asked.caseReference ?? asked.reference,
    }
    await notify(tx, { ...told, to: [asked.fromId], kind: `hand_over_${input.decision}` as const })
    if (input.decision === 'agreed') {
      await notify(tx, { ...told, to: [asked.toId], kind: 'audit_handed_over' })
    }
  })
