/** Takes back that the cap of an audit was set aside: the answers hold its indicative grade down again. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { WrongState } from '../errors.ts'
import { recordEvent } from '../events/record-event.ts'
import { notify } from '../notices/notify.ts'
import { liftCapOverride } from './cap-store.ts'
import { openCap } from './open-cap.ts'
import { settleWork } from './settle-work.ts'

/** @throws WrongState also where nothing is set aside; as openCap */
export const restoreCap = (ctx: Context, input: { readonly auditId: string }): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    const { audit, work, personId } = await openCap(tx, input.auditId)
    if (!work.capSetAside) throw new WrongState('The cap is not set aside, or no longer.')
    await liftCapOverride(tx.db, work.capSetAside.id, { now: tx.now, by: personId })
    await settleWork(tx, audit, { ...work, capSetAside: undefined })
    await notify(tx, {
      to: audit.auditorId === null ? [] : [audit.auditorId],
      kind: 'audit_cap_restored',
      about: { kind: 'audit', id: audit.id },
      reference: audit.caseReference ?? undefined,
    })
    recordEvent(tx, {
      type: 'audit.cap_restored',
      subjectId: audit.id,
      details: { byAnswer: false },
    })
  })
